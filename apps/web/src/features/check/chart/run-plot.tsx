import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { tickWords } from '../../../ui/chart/axis-words.js';
import type { Canvas } from '../../../ui/chart/canvas.js';
import { coloursOf, type Colours } from '../../../ui/chart/chart-colours.js';
import { gridWords } from '../../../ui/chart/grid-words.js';
import type { CheckModel } from './check-model.js';
import styles from './check-chart.module.css';
import { drawRun, stripPx } from './draw-run.js';

interface Props {
  model: CheckModel;
  /** Of the whole plot with its axes, in px. */
  height: number;
  /** Which reading the crosshair stands at. */
  at: number | null;
  onAt: (index: number | null) => void;
}

/** The drawn part of a checked run; everything in words stands around it. */
export default function RunPlot({ model, height, at, onAt }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<{ drawn: uPlot; crosshair: HTMLDivElement } | null>(null);
  const scheme = useComputedColorScheme();
  const hear = useRef(onAt);
  useEffect(() => {
    hear.current = onAt;
  });

  useEffect(() => {
    const element = host.current!;
    const drawn = new uPlot(
      optionsOf(element, model, height, (index) => hear.current(index)),
      [model.readings.map(({ x }) => x), model.readings.map(() => 0)],
      element,
    );
    const crosshair = document.createElement('div');
    crosshair.className = styles.crosshair!;
    crosshair.hidden = true;
    // Below the canvas, so that it stands behind the data.
    drawn.under.append(crosshair);
    plot.current = { drawn, crosshair };
    const resized = new ResizeObserver(() => {
      if (element.clientWidth > 0 && element.clientWidth !== drawn.width)
        drawn.setSize({ width: element.clientWidth, height });
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      drawn.destroy();
      plot.current = null;
    };
  }, [model, height, scheme]);

  useEffect(() => {
    const reading = at === null ? undefined : model.readings[at];
    if (!plot.current) return;
    const { drawn, crosshair } = plot.current;
    crosshair.hidden = reading === undefined;
    if (reading) crosshair.style.transform = `translateX(${drawn.valToPos(reading.x, 'x')}px)`;
  }, [at, model, height, scheme]);

  return <div ref={host} className={styles.plot} style={{ height }} />;
}

/** Room for what stands at the edges of the data: the whisker above, names above and below; of the z range. */
const airBelow = 0.05;
const airAbove = 0.14;

function optionsOf(
  element: Element,
  model: CheckModel,
  height: number,
  onAt: (index: number | null) => void,
): uPlot.Options {
  const colours = coloursOf(element);
  const [low, high] = model.range;
  return {
    width: element.clientWidth,
    height,
    ms: 1,
    padding: [8, 8, 0, 8],
    tzDate: (ms) => uPlot.tzDate(new Date(ms), 'Etc/UTC'),
    legend: { show: false },
    cursor: { y: false, x: false, points: { show: false }, drag: { x: false, y: false, setScale: false } },
    scales: {
      x: {
        time: model.axis === 'time',
        range: (_, from, to) => (from < to ? [from, to] : [from - 1, to + 1]),
      },
      z: {
        range: [low - (high - low) * airBelow, high + (high - low) * (model.onset ? airAbove : airBelow)],
      },
    },
    series: [{}, { scale: 'z', paths: () => null, points: { show: false } }],
    axes: axesOf(model, colours),
    hooks: {
      draw: [(plot) => drawRun(canvasOf(plot, colours), model)],
      setCursor: [({ cursor: { idx } }) => onAt(idx ?? null)],
    },
  };
}

function canvasOf(plot: uPlot, colours: Colours): Canvas {
  return {
    ctx: plot.ctx,
    colours,
    ratio: uPlot.pxRatio,
    box: plot.bbox,
    atX: (x) => plot.valToPos(x, 'x', true),
    atY: (z) => plot.valToPos(z, 'z', true),
  };
}

function axesOf(model: CheckModel, colours: Colours): uPlot.Axis[] {
  const font = `11px ${colours.font}`;
  const side = { scale: 'z', font, size: 48, gap: 6, ticks: { show: false }, splits: () => model.grid };
  const strip = model.density.length > 0 ? stripPx : 0;
  return [
    {
      font,
      stroke: colours.ink2,
      size: 28 + strip,
      gap: 4 + strip,
      space: model.axis === 'time' ? 90 : 70,
      grid: { show: false },
      ticks: { stroke: colours.line, width: 1, size: 4 },
      border: { show: true, stroke: colours.line, width: 1 },
      values: (_, splits) => tickWords(model.axis, splits),
    },
    {
      ...side,
      side: 3,
      stroke: colours.proxy,
      grid: { stroke: colours.grid, width: 1 },
      values: () => gridWords(model.grid, model.proxyTie, model.proxy),
    },
    {
      ...side,
      side: 1,
      stroke: colours.brass,
      grid: { show: false },
      values: () => gridWords(model.grid, model.intentTie, model.intent),
    },
  ];
}

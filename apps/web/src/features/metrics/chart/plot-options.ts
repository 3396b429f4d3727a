import uPlot from 'uplot';
import { tickWords } from '../../../ui/chart/axis-words.js';
import type { Canvas } from '../../../ui/chart/canvas.js';
import { coloursOf, type Colours } from '../../../ui/chart/chart-colours.js';
import { drawMoments, drawOnset, drawReference, hatchGap } from './draw-marks.js';
import { drawNames, drawSeries } from './draw-series.js';
import type { PairModel } from './pair-model.js';
import type { Marks } from './pair-sentence.js';
import { gridWords } from '../../../ui/chart/grid-words.js';

interface Frame {
  width: number;
  height: number;
  onAt: (index: number | null) => void;
  onSelect?: (from: number, to: number) => void;
}

/** Room for what stands under and over the data: rug and bob below, reference and onset above; of the z range. */
const airBelow = 0.1;
const airAbove = 0.14;

/** The plot as the library wants it: scales, axes and cursor are its work, every stroke of data is ours. */
export function plotOptions(element: Element, model: PairModel, marks: Marks, frame: Frame): uPlot.Options {
  const colours = coloursOf(element);
  const [low, high] = model.range;
  const span = high - low;
  return {
    width: frame.width,
    height: frame.height,
    ms: 1,
    padding: [8, 8, 0, 8],
    tzDate: (ms) => uPlot.tzDate(new Date(ms), 'Etc/UTC'),
    legend: { show: false },
    cursor: {
      y: false,
      x: false,
      points: { show: false },
      drag: { x: frame.onSelect !== undefined, y: false, setScale: false },
    },
    scales: {
      x: {
        time: model.axis === 'time',
        range: (_, from, to) => (from < to ? [from, to] : [from - 1, to + 1]),
      },
      z: { range: [low - span * airBelow, high + span * airAbove] },
    },
    series: [{}, { scale: 'z', paths: () => null, points: { show: false } }],
    axes: axesOf(model, colours),
    hooks: {
      draw: [(plot) => drawAll(canvasOf(plot, colours), model, marks)],
      setCursor: [({ cursor: { idx } }) => frame.onAt(idx ?? null)],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width > 4) frame.onSelect?.(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'));
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}

function drawAll(canvas: Canvas, model: PairModel, marks: Marks): void {
  const { box, ratio } = canvas;
  hatchGap(canvas, model, marks);
  drawSeries(canvas, model);
  drawReference(canvas, model);
  drawMoments(canvas, model, marks);
  drawNames(canvas, model);
  drawOnset(canvas, model, marks, box.top + box.height + 10 * ratio);
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

function axesOf(model: PairModel, colours: Colours): uPlot.Axis[] {
  const font = `11px ${colours.font}`;
  const ticks = { stroke: colours.line, width: 1, size: 4 };
  const side = { scale: 'z', font, size: 48, gap: 6, ticks: { show: false }, splits: () => model.grid };
  return [
    {
      font,
      stroke: colours.ink2,
      size: 28,
      gap: 4,
      space: model.axis === 'time' ? 90 : 70,
      grid: { show: false },
      ticks,
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

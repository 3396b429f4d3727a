import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { PairModel } from './pair-model.js';
import type { Marks } from './pair-sentence.js';
import styles from './pair-chart.module.css';
import { plotOptions } from './plot-options.js';

interface Props {
  model: PairModel;
  marks: Marks;
  /** Of the whole plot with its axes, in px. */
  height: number;
  /** Which reading the crosshair stands at. */
  at: number | null;
  onAt: (index: number | null) => void;
  /** A stretch was brushed: first and last place. */
  onSelect?: (from: number, to: number) => void;
}

/** The drawn part of a chart. Loaded when a chart is shown; everything in words stands around it. */
export default function PairPlot({ model, marks, height, at, onAt, onSelect }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const crosshair = useRef<HTMLDivElement | null>(null);
  const scheme = useComputedColorScheme();
  const brushable = onSelect !== undefined;
  const hear = useRef({ onAt, onSelect });
  useEffect(() => {
    hear.current = { onAt, onSelect };
  });

  useEffect(() => {
    const element = host.current!;
    const options = plotOptions(element, model, marks, {
      width: element.clientWidth,
      height,
      onAt: (index) => hear.current.onAt(index),
      onSelect: brushable ? (from, to) => hear.current.onSelect?.(from, to) : undefined,
    });
    const drawn = new uPlot(
      options,
      [model.readings.map(({ x }) => x), model.readings.map(() => 0)],
      element,
    );
    const line = document.createElement('div');
    line.className = styles.crosshair!;
    // Below the canvas, so that it stands behind the data.
    drawn.under.append(line);
    plot.current = drawn;
    crosshair.current = line;
    const resized = new ResizeObserver(() => {
      if (element.clientWidth > 0 && element.clientWidth !== drawn.width) {
        drawn.setSize({ width: element.clientWidth, height });
      }
    });
    resized.observe(element);
    return () => {
      resized.disconnect();
      drawn.destroy();
      plot.current = null;
    };
  }, [model, marks, height, scheme, brushable]);

  useEffect(() => {
    const reading = at === null ? undefined : model.readings[at];
    const line = crosshair.current;
    if (!plot.current || !line) return;
    line.hidden = reading === undefined;
    if (reading) line.style.transform = `translateX(${plot.current.valToPos(reading.x, 'x')}px)`;
  }, [at, model, marks, height, scheme]);

  return <div ref={host} className={styles.plot} style={{ height }} />;
}

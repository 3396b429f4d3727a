import type { Lasting } from './lanes.js';
import type { PanelScale } from './panel-scale.js';

/** A bar with its row, and where its word stands; all in px. */
export interface StackedBar {
  bar: Lasting;
  row: number;
  from: number;
  width: number;
  labelAt: number;
  anchor: 'start' | 'end';
}

/** Usual width of a letter of 11 px, in px. */
const letter = 6.2;

/** Lays bars and their words into as few rows as keep them apart: a word stands in its bar, else before, else after. */
export function stackBars(scale: PanelScale, bars: readonly Lasting[]): StackedBar[] {
  const ends: number[] = [];
  return bars
    .toSorted((one, other) => one.from - other.from)
    .map((bar) => {
      const from = Math.max(scale.left, scale.atX(bar.from));
      const to = Math.min(scale.right, scale.atX(bar.to ?? scale.to));
      const width = Math.max(3, to - from);
      const words = bar.label.length * letter + 12;
      const inside = width >= words;
      const before = !inside && from - words >= 0;
      const start = before ? from - words : from;
      const end = inside || before ? from + width : from + width + words;
      const free = ends.findIndex((taken) => start >= taken + 4);
      const row = free < 0 ? ends.length : free;
      ends[row] = end;
      return {
        bar,
        row,
        from,
        width,
        labelAt: inside ? from + 6 : before ? from - 6 : from + width + 6,
        anchor: before ? 'end' : 'start',
      };
    });
}

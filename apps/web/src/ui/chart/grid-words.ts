import { type Measure, numberWords } from './number-words.js';
import { digitsFor } from './ticks.js';
import { fromScale, type Tie } from './tie.js';

/** The shared grid in the words of one series; nothing where it has no values, such as a share of 175 %. */
export function gridWords(grid: readonly number[], tie: Tie, { scale }: Measure): string[] {
  const factor = scale === 'proportion' ? 100 : 1;
  const values = grid.map((z) => fromScale(tie, z) * factor);
  const step = values.length > 1 ? Math.abs(values[1]! - values[0]!) : 0;
  // Values that are not round keep two figures of their distance, not more.
  const digits = Math.min(digitsFor(step), Math.max(0, 1 - Math.floor(Math.log10(step || 1))));
  const possible = (value: number): boolean =>
    scale !== 'proportion' || (value > -1e-9 && value < 100 + 1e-9);
  return values.map((value) => (possible(value) ? numberWords(value, digits) : ''));
}

import { normalCdf } from '../numeric/normal.js';
import type { PairState } from './pair-state.js';
import { rowWidth } from './reference-rows.js';
import { fromWorking } from './working-scale.js';

export const fewestForEstimate = 6;

export interface ReleaseComparison {
  /** How much worse the intent of the last audits is than before, in its units, with a 90 % interval. */
  gap: number;
  lo: number;
  hi: number;
  /** How likely it is worse, held near what is usual before any data. */
  chance: number;
}

/**
 * Two audits or more while learning: the last (from six on the last two) against the ones before, each audit with the
 * noise that its size implies, or the scatter seen where it has none. Null below two audits.
 */
export function releaseComparison(state: PairState): ReleaseComparison | null {
  const { rows, setting } = state;
  const count = rows.length / rowWidth;
  if (count < 2) return null;
  const late = count >= fewestForEstimate ? 2 : 1;
  const value = (k: number) => rows[k * rowWidth + 1]!;
  const before = summary(Array.from({ length: count - late }, (_, k) => value(k)));
  const after = summary(Array.from({ length: late }, (_, k) => value(count - late + k)));
  const spread = Math.max(
    before.sd,
    binomialSd(rows, count, before.mean, setting.intent.scale === 'proportion'),
  );
  const error = spread * Math.sqrt(1 / (count - late) + 1 / late) * (count < 6 ? 1.5 : 1.2);
  const worse = before.mean - after.mean;
  const inUnits = (size: number) =>
    Math.sign(size) *
    Math.abs(fromWorking(after.mean + size, setting.intent) - fromWorking(after.mean, setting.intent));
  const odds = error > 0 ? (0.05 * normalCdf(worse / error)) / (1 - normalCdf(worse / error) + 0.05) : 0.02;
  return {
    gap: inUnits(worse),
    lo: inUnits(worse - 1.645 * error),
    hi: inUnits(worse + 1.645 * error),
    chance: odds / (1 + odds),
  };
}

function summary(values: readonly number[]): { mean: number; sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: values.length > 1 ? Math.sqrt(square / (values.length - 1)) : 0 };
}

function binomialSd(rows: readonly number[], count: number, level: number, proportion: boolean): number {
  if (!proportion) return 0;
  const p = 1 / (1 + Math.exp(-level));
  let sum = 0;
  for (let k = 0; k < count; k++) sum += 1 / ((rows[k * rowWidth + 2]! || 150) + 4);
  return Math.sqrt(sum / count / Math.max(0.01, p * (1 - p)));
}

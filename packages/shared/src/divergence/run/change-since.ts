import { expit, logSumExp } from '../numeric/logistic.js';
import { interpolate } from '../numeric/local-linear.js';
import type { SeriesKind } from './run-input.js';
import type { Figure } from './run-check.js';
import type { WeighedHypothesis } from './weighed-hypotheses.js';

/** A mixture's mean and standard deviation. */
export interface Change {
  mean: number;
  sd: number;
}

/** What the hypotheses together say about the intent's change, working scale. */
export function mixedChange(hypotheses: readonly WeighedHypothesis[]): Change {
  const weights = normalised(hypotheses);
  let mean = 0;
  let square = 0;
  hypotheses.forEach((one, j) => {
    mean += weights[j]! * one.change;
    square += weights[j]! * (one.changeVariance + one.change ** 2);
  });
  return { mean, sd: Math.sqrt(Math.max(0, square - mean * mean)) };
}

function normalised(hypotheses: readonly WeighedHypothesis[]): number[] {
  const total = logSumExp(hypotheses.map((one) => one.logWeight));
  return hypotheses.map((one) => Math.exp(one.logWeight - total));
}

/** From the working scale back to the pasted column's units. */
export function toUnits(value: number, kind: SeriesKind): number {
  const turned = kind.direction === 'higher' ? value : -value;
  return kind.scale === 'proportion' ? expit(turned) : turned;
}

/** A change that starts at `from` (working scale), with its 90 % interval, in the column's units. */
export function figureOf(change: Change, from: number, kind: SeriesKind): Figure {
  const start = toUnits(from, kind);
  const by = (amount: number) => toUnits(from + amount, kind) - start;
  const ends = [by(change.mean - 1.645 * change.sd), by(change.mean + 1.645 * change.sd)];
  return { value: by(change.mean), lo: Math.min(...ends), hi: Math.max(...ends) };
}

/**
 * What the link before the onset makes of the proxy after it, at the evaluations from `onset` (an x) on; `us` are
 * the two proxy paths in 0..1, `level` is the intent's smooth, both at the evaluations.
 */
export function predictedAfter(
  onset: number,
  x: Float64Array,
  us: readonly Float64Array[],
  level: Float64Array,
  hypotheses: readonly WeighedHypothesis[],
  kind: SeriesKind,
): { x: number; intent: number }[] {
  const weights = normalised(hypotheses);
  const slopes = new Map<string, { path: number; exponent: number; slope: number }>();
  hypotheses.forEach((one, j) => {
    const key = `${one.path} ${one.exponent}`;
    const there = slopes.get(key) ?? { path: one.path, exponent: one.exponent, slope: 0 };
    there.slope += weights[j]! * one.slope;
    slopes.set(key, there);
  });
  const from = interpolate(x, level, onset);
  const rise = (place: number) => {
    let sum = 0;
    for (const { path, exponent, slope } of slopes.values()) {
      const u = us[path]!;
      sum += slope * (interpolate(x, u, place) ** exponent - interpolate(x, u, onset) ** exponent);
    }
    return sum;
  };
  const places = [onset, ...Array.from(x).filter((place) => place > onset)];
  return places.map((place) => ({ x: place, intent: toUnits(from + rise(place), kind) }));
}

import { tiltedNormal } from '../numeric/tilted-normal.js';
import {
  candidateCount,
  candidatesKept,
  fact,
  factsOf,
  trace,
  traceAt,
  type CandidateBank,
} from './candidate-bank.js';
import { faultShapes, shapePriors, shapesNow } from './fault-shapes.js';
import { filtersKept } from './learn-relation.js';
import { countTo, sumTo, type ProxyDays } from './proxy-days.js';
import { lags } from './proxy-regressors.js';
import { slot } from './relation-filter.js';

const shapeCount = faultShapes.length;
export const weighingsEach = filtersKept * shapeCount;
const most = candidatesKept * weighingsEach;

/**
 * Every candidate under every filter with every shape, weighed: overwritten by the next call. Entries run over
 * candidates, filters, shapes.
 */
export const weighed = {
  /** Prior times Bayes factor. */
  weights: new Float64Array(most),
  /** Precision of the fault's size and its mean times that, before it is bound to be positive; what size one takes now. */
  precisions: new Float64Array(most),
  pulls: new Float64Array(most),
  sizes: new Float64Array(most),
};

const now = new Float64Array(shapeCount);

/** Where an audit stands: the regressors of each lag in reference SDs, the spread of the proxy. */
export interface AuditPlace {
  t: number;
  day: number;
  spread: number;
  short: Float64Array;
  slow: Float64Array;
}

/** Passes each fault through the filters beside the audit that they just took, and weighs all candidates. */
export function weighCandidates(
  bank: CandidateBank,
  filters: readonly Float64Array[],
  days: ProxyDays,
  at: AuditPlace,
): void {
  const count = candidateCount(bank);
  const { facts } = bank;
  for (let f = 0; f < filters.length; f++) {
    const filter = filters[f]!;
    const lag = filter[slot.lag]!;
    const slope = Math.max(0.3, filter[slot.mean + 2]!);
    const end = at.day - 1 - lags[lag]!;
    const endSum = sumTo(days, end);
    const endCount = countTo(days, end);
    const tenSum = sumTo(days, end - 10);
    const tenCount = countTo(days, end - 10);
    const prior = Math.exp(filter[slot.logWeight]!);
    for (let place = 0; place < count; place++) {
      const from = factsOf(place);
      const before = facts[from + fact.before]!;
      const rise = above(endSum - facts[from + fact.sum]!, endCount - facts[from + fact.count]!, before);
      const recent =
        end - 10 <= facts[from + fact.day]! || endCount === tenCount
          ? rise
          : above(endSum - tenSum, endCount - tenCount, before);
      const weeks = Math.max(0, at.t - facts[from + fact.at]!) / 7;
      shapesNow(slope, rise / at.spread, recent / at.spread, weeks, now);
      weighShapes(bank.traces, traceAt(place, f), filter, at.short[lag]!, at.slow[lag]!);
      keepShapes(
        bank.traces,
        traceAt(place, f),
        prior * facts[from + fact.weight]!,
        (place * filters.length + f) * shapeCount,
      );
    }
  }
}

function above(sum: number, count: number, level: number): number {
  const rise = count > 0 ? sum / count - level : 0;
  return rise > 0 ? rise : 0;
}

/** Willsky & Jones 1976: what the fault leaves in the innovations, with what the filter has taken it for. */
function weighShapes(traces: Float64Array, at: number, filter: Float64Array, u: number, w: number): void {
  const decay = filter[slot.decay]!;
  const innovation = filter[slot.innovation]!;
  const perVariance = 1 / filter[slot.variance]!;
  const gainA = filter[slot.gain]!;
  const gainShort = filter[slot.gain + 1]!;
  const gainSlow = filter[slot.gain + 2]!;
  const gainWave = filter[slot.gain + 3]!;
  for (let s = 0; s < shapeCount; s++) {
    const here = at + s * trace.size;
    const wave = traces[here + 5]! * decay;
    const left = now[s]! - traces[here + 2]! - u * traces[here + 3]! - w * traces[here + 4]! - wave;
    const scaled = left * perVariance;
    traces[here]! += left * scaled;
    traces[here + 1]! += innovation * scaled;
    traces[here + 2]! += gainA * left;
    traces[here + 3]! += gainShort * left;
    traces[here + 4]! += gainSlow * left;
    traces[here + 5] = wave + gainWave * left;
  }
}

function keepShapes(traces: Float64Array, at: number, prior: number, into: number): void {
  for (let s = 0; s < shapeCount; s++) {
    const here = at + s * trace.size;
    const shape = shapePriors[s]!;
    const precision = traces[here]! + shape.precision;
    const pull = traces[here + 1]! + shape.pull;
    const spread = 1 / Math.sqrt(precision);
    weighed.weights[into + s] = prior * shape.start * spread * tiltedNormal(pull * spread);
    weighed.precisions[into + s] = precision;
    weighed.pulls[into + s] = pull;
    weighed.sizes[into + s] = -now[s]!;
  }
}

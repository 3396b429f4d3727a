import { logNormalCdf } from '../numeric/normal.js';
import { candidateCount, fact, factsOf, trace, traceAt, type CandidateBank } from './candidate-bank.js';
import { faultShapes, shapePriors, shapesNow } from './fault-shapes.js';
import { countTo, sumTo, type ProxyDays } from './proxy-days.js';
import { lags } from './proxy-regressors.js';
import { slot } from './relation-filter.js';

const shapeCount = faultShapes.length;
const now = new Float64Array(shapeCount);

/** One candidate under one filter with one shape, weighed: evidence and the size of the fault given the shape. */
export interface Weighing {
  /** Log of prior times Bayes factor. */
  logWeights: Float64Array;
  /** Middle and SD of the fault before it is bound to be positive, times what the shape takes now: reference SDs. */
  middles: Float64Array;
  spreads: Float64Array;
}

/**
 * Passes each fault through the filters beside the audit that they just took, and weighs all candidates. The entries
 * of the answer run over candidates, filters, shapes. `threshold` of a share of 1e-300 keeps logs finite.
 */
export function weighCandidates(
  bank: CandidateBank,
  filters: readonly Float64Array[],
  days: ProxyDays,
  at: { t: number; day: number; spread: number; regressors: (filter: Float64Array) => [number, number] },
): Weighing {
  const count = candidateCount(bank);
  const size = count * filters.length * shapeCount;
  const found = {
    logWeights: new Float64Array(size),
    middles: new Float64Array(size),
    spreads: new Float64Array(size),
  };
  filters.forEach((filter, f) => {
    const [u, w] = at.regressors(filter);
    const slope = Math.max(0.3, filter[slot.mean + 2]!);
    const end = at.day - 1 - lags[filter[slot.lag]!]!;
    const endSum = sumTo(days, end);
    const endCount = countTo(days, end);
    for (let place = 0; place < count; place++) {
      const facts = factsOf(place);
      const rise = riseSince(bank, facts, endSum, endCount) / at.spread;
      const recent = recentRise(bank, facts, days, end, endSum, endCount) / at.spread;
      const weeks = Math.max(0, at.t - bank.facts[facts + fact.at]!) / 7;
      shapesNow(slope, rise, recent, weeks, now);
      const prior = filter[slot.logWeight]! + bank.facts[facts + fact.logWeight]!;
      const into = (place * filters.length + f) * shapeCount;
      weighShapes(bank.traces, traceAt(place, f), filter, u, w, prior, found, into);
    }
  });
  return found;
}

function riseSince(bank: CandidateBank, facts: number, endSum: number, endCount: number): number {
  const count = endCount - bank.facts[facts + fact.count]!;
  if (count <= 0) return 0;
  const rise = (endSum - bank.facts[facts + fact.sum]!) / count - bank.facts[facts + fact.before]!;
  return rise > 0 ? rise : 0;
}

/** The same over the last ten days, none before the onset. */
function recentRise(
  bank: CandidateBank,
  facts: number,
  days: ProxyDays,
  end: number,
  endSum: number,
  endCount: number,
): number {
  if (end - 10 <= bank.facts[facts + fact.day]!) return riseSince(bank, facts, endSum, endCount);
  const count = endCount - countTo(days, end - 10);
  if (count <= 0) return riseSince(bank, facts, endSum, endCount);
  const rise = (endSum - sumTo(days, end - 10)) / count - bank.facts[facts + fact.before]!;
  return rise > 0 ? rise : 0;
}

/** Willsky & Jones 1976: what the fault leaves in the innovations, with what the filter has taken it for. */
function weighShapes(
  traces: Float64Array,
  at: number,
  filter: Float64Array,
  u: number,
  w: number,
  prior: number,
  found: Weighing,
  into: number,
): void {
  const decay = filter[slot.decay]!;
  const innovation = filter[slot.innovation]!;
  const perVariance = 1 / filter[slot.variance]!;
  for (let s = 0; s < shapeCount; s++) {
    const here = at + s * trace.size;
    const learned = here + trace.learned;
    const x = now[s]!;
    const slow = traces[learned + 3]! * decay;
    const left = x - (traces[learned]! + u * traces[learned + 1]! + w * traces[learned + 2]! + slow);
    const information = (traces[here]! += left * left * perVariance);
    const pull = (traces[here + 1]! += left * innovation * perVariance);
    traces[learned]! += filter[slot.gain]! * left;
    traces[learned + 1]! += filter[slot.gain + 1]! * left;
    traces[learned + 2]! += filter[slot.gain + 2]! * left;
    traces[learned + 3] = slow + filter[slot.gain + 3]! * left;
    const shape = shapePriors[s]!;
    const variance = 1 / (information + shape.precision);
    const spread = Math.sqrt(variance);
    const middle = variance * (pull + shape.pull);
    const ratio = middle / spread;
    found.logWeights[into + s] =
      prior + shape.start + logNormalCdf(ratio) + Math.log(spread) + 0.5 * ratio * ratio;
    found.middles[into + s] = middle * Math.abs(x);
    found.spreads[into + s] = spread * Math.abs(x);
  }
}

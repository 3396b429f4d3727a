import { normalCdf, normalDensity } from '../numeric/normal.js';
import { candidateCount, fact, factsOf, type CandidateBank } from './candidate-bank.js';
import { faultShapes } from './fault-shapes.js';
import type { Weighing } from './weigh-candidates.js';

/** What all candidates together say. */
export interface Evidence {
  /** Log of the sum over the window, and over the candidates made after `since`. */
  score: number;
  fresh: number;
  /** Share of each candidate in the window's sum, and of each shape. */
  shares: Float64Array;
  shapes: Float64Array;
  /** The candidate with the largest share. */
  best: number;
  /** How much worse the intent is than the relation lets expect, if it came apart: mean and SD, reference SDs. */
  gap: number;
  gapSd: number;
}

/** Terms below this share of the sum are not looked at for the size of the gap. */
const negligible = 1e-4;

export function readEvidence(bank: CandidateBank, weighing: Weighing, since: number): Evidence {
  const count = candidateCount(bank);
  const { logWeights } = weighing;
  const each = count > 0 ? logWeights.length / count : 0;
  let top = -Infinity;
  for (const value of logWeights) if (value > top) top = value;
  const shares = new Float64Array(count);
  const shapes = new Float64Array(faultShapes.length);
  let total = 0;
  let fresh = 0;
  for (let place = 0; place < count; place++) {
    let sum = 0;
    for (let k = place * each; k < (place + 1) * each; k++) {
      const share = Math.exp(logWeights[k]! - top);
      logWeights[k] = share;
      sum += share;
      shapes[k % faultShapes.length]! += share;
    }
    shares[place] = sum;
    total += sum;
    if (bank.facts[factsOf(place) + fact.from]! >= since) fresh += sum;
  }
  let best = 0;
  for (let place = 0; place < count; place++) {
    shares[place]! /= total;
    if (shares[place]! > shares[best]!) best = place;
  }
  for (let s = 0; s < shapes.length; s++) shapes[s]! /= total;
  return {
    score: top + Math.log(total),
    fresh: fresh > 0 ? top + Math.log(fresh) : -Infinity,
    shares,
    shapes,
    best,
    ...gapOf(weighing, total),
  };
}

/** Mixture of normals bound to be positive. The weights were made shares of `total` before. */
function gapOf(
  { logWeights: shares, middles, spreads }: Weighing,
  total: number,
): { gap: number; gapSd: number } {
  let weight = 0;
  let first = 0;
  let second = 0;
  for (let k = 0; k < shares.length; k++) {
    const share = shares[k]! / total;
    if (share < negligible) continue;
    weight += share;
    const spread = spreads[k]!;
    if (spread <= 0) continue;
    const ratio = middles[k]! / spread;
    const pushed =
      ratio < -8 ? spread / -ratio : middles[k]! + (spread * normalDensity(ratio)) / normalCdf(ratio);
    const variance = Math.max(0, spread * spread + middles[k]! * pushed - pushed * pushed);
    first += share * pushed;
    second += share * (variance + pushed * pushed);
  }
  if (weight === 0) return { gap: 0, gapSd: 0 };
  const gap = first / weight;
  return { gap, gapSd: Math.sqrt(Math.max(0, second / weight - gap * gap)) };
}

import { tiltedDensity, tiltedNormal } from '../numeric/tilted-normal.js';
import { candidateCount, fact, factsOf, type CandidateBank } from './candidate-bank.js';
import { faultShapes, sizePriors } from './fault-shapes.js';
import { weighed, weighingsEach } from './weigh-candidates.js';

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
const negligible = 1e-3;

/** Reads what weighCandidates left. */
export function readEvidence(bank: CandidateBank, since: number): Evidence {
  const count = candidateCount(bank);
  const shares = new Float64Array(count);
  const shapes = new Float64Array(faultShapes.length);
  let total = 0;
  let fresh = 0;
  for (let place = 0; place < count; place++) {
    let sum = 0;
    for (let k = 0; k < weighingsEach; k++) sum += weighed.weights[place * weighingsEach + k]!;
    shares[place] = sum;
    total += sum;
    if (bank.facts[factsOf(place) + fact.from]! >= since) fresh += sum;
  }
  let best = 0;
  let first = 0;
  let second = 0;
  let looked = 0;
  for (let place = 0; place < count; place++) {
    shares[place]! /= total;
    if (shares[place]! > shares[best]!) best = place;
    if (shares[place]! < negligible) continue;
    for (let k = 0; k < weighingsEach; k++) {
      const entry = place * weighingsEach + k;
      const share = weighed.weights[entry]! / total;
      if (share < negligible) continue;
      const shape = k % faultShapes.length;
      const prior = sizePriors[shape]!;
      const size = weighed.sizes[entry]!;
      const variance = 1 / (weighed.precisions[entry]! + prior.precision);
      const spread = Math.sqrt(variance);
      const middle = (weighed.pulls[entry]! + prior.pull) * variance;
      const mean = middle + (spread * tiltedDensity) / tiltedNormal(middle / spread);
      shapes[shape]! += share;
      looked += share;
      first += share * size * mean;
      second += share * size * size * (variance + middle * mean);
    }
  }
  if (looked > 0) {
    first /= looked;
    second /= looked;
    for (let s = 0; s < shapes.length; s++) shapes[s]! /= looked;
  }
  return {
    score: Math.log(total),
    fresh: fresh > 0 ? Math.log(fresh) : -Infinity,
    shares,
    shapes,
    best,
    gap: first,
    gapSd: Math.sqrt(Math.max(0, second - first * first)),
  };
}

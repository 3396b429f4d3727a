import { intervalQuantile } from '../numeric/quantile.js';
import { candidateCount, fact, factsOf, type CandidateBank } from './candidate-bank.js';

/** Tempering of the posterior before its quantiles are read: candidates share more than the model knows. */
const temper = 0.7;

export interface Located {
  onset: number;
  lo: number;
  hi: number;
}

/** Where the candidates say it began: median and the 5 and 95 % points of their tempered shares. */
export function locateCandidate(bank: CandidateBank, shares: Float64Array): Located {
  const places = Array.from({ length: candidateCount(bank) }, (_, place) => place);
  const from = (place: number) => bank.facts[factsOf(place) + fact.from]!;
  places.sort((one, other) => from(one) - from(other));
  const edges: number[] = [];
  const masses: number[] = [];
  let total = 0;
  for (const place of places) {
    const start = from(place);
    if (edges.length > 0 && start > edges.at(-1)!) {
      edges.push(start);
      masses.push(0);
    }
    if (edges.length === 0) edges.push(start);
    const mass = shares[place]! ** temper;
    edges.push(bank.facts[factsOf(place) + fact.to]!);
    masses.push(mass);
    total += mass;
  }
  const even = masses.map((mass) => mass / total);
  return {
    onset: intervalQuantile(edges, even, 0.5),
    lo: intervalQuantile(edges, even, 0.05),
    hi: intervalQuantile(edges, even, 0.95),
  };
}

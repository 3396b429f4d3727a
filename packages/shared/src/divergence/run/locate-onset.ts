import { logSumExp } from '../numeric/logistic.js';
import { intervalQuantile } from '../numeric/quantile.js';
import type { Located } from './run-check.js';
import type { WeighedHypothesis } from './weighed-hypotheses.js';

/** Where it began, as a distribution over the candidates. */
export interface Onset {
  located: Located;
  density: { x: number; share: number }[];
}

/**
 * The posterior of the place among the given hypotheses, tempered (raised to a power below one) since the shapes
 * are never quite right. Each candidate stands for the stretch up to the next one.
 */
export function locateOnset(
  hypotheses: readonly WeighedHypothesis[],
  x: Float64Array,
  temper: number,
  of: 'tau' | 'turn' = 'tau',
): Onset | null {
  const byPlace = new Map<number, number[]>();
  for (const one of hypotheses) {
    const tau = one[of];
    const { logWeight } = one;
    const there = byPlace.get(tau);
    if (there) there.push(logWeight);
    else byPlace.set(tau, [logWeight]);
  }
  const places = [...byPlace.keys()].sort((a, b) => a - b);
  if (places.length === 0) return null;
  const logs = places.map((tau) => temper * logSumExp(byPlace.get(tau)!));
  const total = logSumExp(logs);
  const masses = logs.map((log) => Math.exp(log - total));
  const edges = [...places.map((tau) => x[tau]!), x[Math.min(places.at(-1)! + 1, x.length - 1)]!];
  if (places[0] === 0) edges[1] = edges[0]!;
  const at = (share: number) => intervalQuantile(edges, masses, share);
  return {
    located: { at: at(0.5), lo: at(0.05), hi: at(0.95) },
    density: places.map((tau, j) => ({ x: x[tau]!, share: masses[j]! })),
  };
}

import { clamp, expit, logSumExp } from '../numeric/logistic.js';
import type { RunClass, WeighedHypothesis } from './weighed-hypotheses.js';

/** Chances of divergence, and of a fall given divergence. */
export interface RunProbability {
  diverged: number;
  reversedIfDiverged: number;
}

/** Weights of `chanceFeatures` and `fallFeatures`, fitted by bench/divergence/run/fit-probability.mjs. */
const chanceWeights = [0.606, 1.293, -0.014, -0.058] as const;
const fallWeights = [-0.251, 0.886] as const;

/** log evidence of each class, its prior included. */
export function classEvidence(hypotheses: readonly WeighedHypothesis[]): Record<RunClass, number> {
  const of = (kind: RunClass) =>
    logSumExp(hypotheses.filter((one) => one.kind === kind).map((one) => one.logWeight));
  return { aligned: of('aligned'), decoupled: of('decoupled'), reversed: of('reversed') };
}

/**
 * What the chance of divergence is read from: the log odds of the evidence, and how they count at this size. Where
 * the proxy stood still (`moved` 0..1) there is nothing to come apart from: evidence for it counts for nothing.
 */
export function chanceFeatures(evidence: Record<RunClass, number>, count: number, moved: number): number[] {
  const seen = tamed(logSumExp([evidence.decoupled, evidence.reversed]) - evidence.aligned);
  const odds = seen > 0 ? moved * seen : seen;
  const size = clamp(Math.log2(count / 30), -2, 1.5);
  return [1, odds, size, size * odds];
}

/** What the chance of a fall, given divergence, is read from. */
export function fallFeatures(evidence: Record<RunClass, number>): number[] {
  return [1, tamed(evidence.reversed - evidence.decoupled)];
}

/** Calibrated chances; `count` is the number of evaluations, `moved` says whether the proxy moved at all. */
export function runProbability(
  evidence: Record<RunClass, number>,
  count: number,
  moved: number,
): RunProbability {
  const chance = (features: number[], weights: readonly number[]) =>
    expit(features.reduce((sum, feature, j) => sum + feature * weights[j]!, 0));
  return {
    diverged: chance(chanceFeatures(evidence, count, moved), chanceWeights),
    reversedIfDiverged: chance(fallFeatures(evidence), fallWeights),
  };
}

/** No single run is worth more than eight nats. */
function tamed(logOdds: number): number {
  if (Number.isNaN(logOdds)) return 0;
  return 8 * Math.tanh(logOdds / 8);
}

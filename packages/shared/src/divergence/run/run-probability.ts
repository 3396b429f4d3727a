import { clamp, expit, logSumExp } from '../numeric/logistic.js';
import type { RunClass, WeighedHypothesis } from './weighed-hypotheses.js';

/** Chances of divergence, and of a fall given divergence. */
export interface RunProbability {
  diverged: number;
  reversedIfDiverged: number;
}

/** Weights of `chanceFeatures` and `fallFeatures`, fitted by bench/divergence/run/fit-probability.mjs. */
const chanceWeights = [1.981, 0.912, 0.466, 0.175] as const;
const fallWeights = [-0.196, 0.967] as const;

/** log evidence of each class, its prior included. */
export function classEvidence(hypotheses: readonly WeighedHypothesis[]): Record<RunClass, number> {
  const of = (kind: RunClass) =>
    logSumExp(hypotheses.filter((one) => one.kind === kind).map((one) => one.logWeight));
  return { aligned: of('aligned'), decoupled: of('decoupled'), reversed: of('reversed') };
}

/**
 * What the chance of divergence is read from: the log odds of standing still and of falling against one link, each by
 * itself, and the size.
 */
export function chanceFeatures(evidence: Record<RunClass, number>, count: number): number[] {
  const against = (kind: RunClass) => tamed(evidence[kind] - evidence.aligned);
  return [1, against('decoupled'), against('reversed'), clamp(Math.log2(count / 30), -2, 1.5)];
}

/** What the chance of a fall, given divergence, is read from. */
export function fallFeatures(evidence: Record<RunClass, number>): number[] {
  return [1, tamed(evidence.reversed - evidence.decoupled)];
}

/**
 * Calibrated chances of `count` evaluations. Where the proxy stood still (`moved` 0..1) there is nothing to come apart
 * from: what speaks for it counts for nothing. Even where the numbers were too large to be reckoned with.
 */
export function runProbability(
  evidence: Record<RunClass, number>,
  count: number,
  moved: number,
): RunProbability {
  if ([moved, ...Object.values(evidence)].some(Number.isNaN))
    return { diverged: 0.5, reversedIfDiverged: 0.5 };
  const logOdds = (features: number[], weights: readonly number[]) =>
    features.reduce((sum, feature, j) => sum + feature * weights[j]!, 0);
  const diverged = logOdds(chanceFeatures(evidence, count), chanceWeights);
  return {
    diverged: expit(diverged > 0 ? moved * diverged : diverged),
    reversedIfDiverged: expit(logOdds(fallFeatures(evidence), fallWeights)),
  };
}

/** No single run is worth more than eight nats. */
function tamed(logOdds: number): number {
  if (Number.isNaN(logOdds)) return 0;
  return 8 * Math.tanh(logOdds / 8);
}

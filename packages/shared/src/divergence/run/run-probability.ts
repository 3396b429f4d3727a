import { clamp, expit, logSumExp } from '../numeric/logistic.js';
import type { RunClass, WeighedHypothesis } from './weighed-hypotheses.js';

/** Chances of divergence, and of a fall given divergence. */
export interface RunProbability {
  diverged: number;
  reversedIfDiverged: number;
}

/**
 * Fitted by logistic regression on synthetic runs of bench/divergence/run (half of them aligned). Near identity:
 * the Bayes factors are nearly calibrated as they stand.
 */
const fitted = {
  level: 0.052,
  odds: 1.072,
  size: 0.07,
  oddsBySize: 0.121,
  fallLevel: -0.762,
  fallOdds: 1.214,
};

/** log evidence of each class, its prior included. */
export function classEvidence(hypotheses: readonly WeighedHypothesis[]): Record<RunClass, number> {
  const of = (kind: RunClass) =>
    logSumExp(hypotheses.filter((one) => one.kind === kind).map((one) => one.logWeight));
  return { aligned: of('aligned'), decoupled: of('decoupled'), reversed: of('reversed') };
}

/** Calibrated chances; `count` is the number of evaluations. */
export function runProbability(evidence: Record<RunClass, number>, count: number): RunProbability {
  const diverged = logSumExp([evidence.decoupled, evidence.reversed]);
  const odds = tamed(diverged - evidence.aligned);
  const size = clamp(Math.log2(count / 30), -2, 1.5);
  const { level, odds: byOdds, size: bySize, oddsBySize, fallLevel, fallOdds } = fitted;
  return {
    diverged: expit(level + byOdds * odds + bySize * size + oddsBySize * size * odds),
    reversedIfDiverged: expit(fallLevel + fallOdds * tamed(evidence.reversed - evidence.decoupled)),
  };
}

/** No single run is worth more than eight nats. */
function tamed(logOdds: number): number {
  if (Number.isNaN(logOdds)) return 0;
  return 8 * Math.tanh(logOdds / 8);
}

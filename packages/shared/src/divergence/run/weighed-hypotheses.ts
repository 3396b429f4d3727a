import type { Fit } from './evidence.js';

export type RunClass = 'aligned' | 'decoupled' | 'reversed';

/** One hypothesis of one class with its weight in the evidence and what it says about the intent's change. */
export interface WeighedHypothesis {
  kind: RunClass;
  /** Index of the evaluation after which the intent no longer follows; -1 when aligned. */
  tau: number;
  /** Which of the two proxy paths it saw. */
  path: number;
  exponent: number;
  /** log of prior times likelihood. */
  logWeight: number;
  /** Change of the intent since tau (since the start when aligned), working scale, and its variance. */
  change: number;
  changeVariance: number;
  /** Change of the intent per u^exponent before tau. */
  slope: number;
}

/** The change that a fit implies where the link column moves by `link` and the fall column reaches `fall`. */
export function changeOf(fit: Fit, link: number, fall: number): { change: number; changeVariance: number } {
  return {
    change: fit.link * link - fit.fall * fall,
    changeVariance:
      link * link * fit.linkVariance + fall * fall * fit.fallVariance - 2 * link * fall * fit.covariance,
  };
}

export type RunClass = 'aligned' | 'decoupled' | 'reversed';

/** One hypothesis of one class, all nuisance summed out: its weight and what it says about the intent's change. */
export interface WeighedHypothesis {
  kind: RunClass;
  /** Index of the evaluation after which the intent no longer follows; -1 when aligned. */
  tau: number;
  /** Index of the evaluation where the intent is best; the same as tau but for over-optimisation curves. */
  turn: number;
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

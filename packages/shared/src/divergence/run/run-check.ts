export type RunVerdict = 'aligned' | 'decoupled' | 'reversed' | 'cannot_tell';

/** A place on the axis with its 90 % interval. */
export interface Located {
  at: number;
  lo: number;
  hi: number;
}

/** A figure with its 90 % interval, in the units of the pasted column; for a proportion in shares, not points. */
export interface Figure {
  value: number;
  lo: number;
  hi: number;
}

export type RunWarningCode =
  | 'percentages_taken_as_shares'
  | 'proportion_out_of_range'
  | 'constant_intent'
  | 'constant_proxy'
  | 'duplicate_rows_merged'
  | 'unreadable_rows_dropped'
  | 'too_few_evaluations'
  | 'n_assumed';

export interface RunWarning {
  code: RunWarningCode;
  sentence: string;
}

/** What one run says about its proxy. Places are in the units of the axis. */
export interface RunCheck {
  verdict: RunVerdict;
  /** Chance that the proxy came apart from the intent, for runs of which half are aligned. */
  pDiverged: number;
  /** Of the diverged: chance that the intent fell rather than stood still. */
  pReversedIfDiverged: number;
  /** Where the intent stopped following; null only when nothing could be weighed. Show it above a chance of one half. */
  onset: Located | null;
  /** Where the intent was best; only for a reversed run. */
  turningPoint: Located | null;
  /** Posterior of the onset: candidate places and their shares, which sum to one. */
  onsetDensity: { x: number; share: number }[];
  /** What the link before the onset would have made of the proxy since, at each evaluation from the onset on. */
  predicted: { x: number; intent: number }[];
  /** The smoothed intent at each evaluation, and its 90 % band. */
  intentLine: { x: number; intent: number; lo: number; hi: number }[];
  /** The smoothed proxy at each evaluation. */
  proxyLine: { x: number; proxy: number }[];
  /** From the onset (or turning point) to the end; over the whole run when aligned. */
  change: { proxy: number; intent: Figure } | null;
  /** Evaluations of this size still needed; null when it is settled, Infinity is never said: `raise_n` is. */
  settle: { more: number; n: number | null } | 'raise_n' | null;
  evaluations: number;
  sentence: string;
  warnings: RunWarning[];
}

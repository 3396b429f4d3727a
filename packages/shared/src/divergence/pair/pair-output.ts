export type GoodhartMode = 'regressional' | 'extremal' | 'causal' | 'adversarial';

/** A proxy value; t in days (fractions allowed), from any origin. */
export interface ProxyPoint {
  t: number;
  v: number;
}

/** An audit of the intent: its value and, where known, how many items were looked at. */
export interface IntentPoint extends ProxyPoint {
  n?: number | null;
}

/**
 * What an audit says. `gap` is how much worse the intent is than the proxy lets expect, in the intent's own units
 * (positive is worse, whichever direction is better), with a 90 % interval.
 */
export interface PairEstimate {
  type: 'estimate';
  t: number;
  /** Log evidence that the two came apart at some time in the window. */
  score: number;
  /** Where the evidence since the last alarm gives the next one; null while no alarm is possible. */
  threshold: number | null;
  gap: number;
  lo: number;
  hi: number;
  pDiverged: number;
  /** While learning: the reference period is not over. */
  provisional: boolean;
}

/** The two came apart since `onset` (days; 90 % of the chance lies between onsetLo and onsetHi). */
export interface PairAlarm {
  type: 'alarm';
  t: number;
  onset: number;
  onsetLo: number;
  onsetHi: number;
  /** "undetermined" below a chance of .7. */
  mode: GoodhartMode | 'undetermined';
  /** The likeliest mode, named or not, and its chance. */
  likeliest: GoodhartMode;
  modeProbability: number;
  /** What was seen, in sentences. */
  evidence: string[];
}

/** The mode said again 28 and 56 days after an alarm. */
export interface PairMode {
  type: 'mode';
  t: number;
  onset: number;
  mode: GoodhartMode | 'undetermined';
  /** The likeliest mode, named or not, and its chance. */
  likeliest: GoodhartMode;
  modeProbability: number;
  evidence: string[];
}

export type PairOutput = PairEstimate | PairAlarm | PairMode;

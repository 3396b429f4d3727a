import type { AuditTrail } from './audit-trail.js';
import type { CandidateBank } from './candidate-bank.js';
import type { FullPairSetting } from './pair-setting.js';
import type { GoodhartMode } from './pair-output.js';
import type { ProxyDays } from './proxy-days.js';
import type { ReferencePeriod } from './reference-period.js';

/** What is known of a pair: changed in place by what is seen, stored by freezePair. Treat it as closed. */
export interface PairState {
  setting: FullPairSetting;
  firstAt: number;
  lastAt: number;
  lastProxyAt: number;
  days: ProxyDays;
  audits: AuditTrail;
  /** Rows of the reference period while it lasts: see reference-rows. */
  rows: number[];
  reference: ReferencePeriod | null;
  /** One per lag and noise type, the likeliest. */
  filters: Float64Array[];
  candidates: CandidateBank | null;
  last: LastEvidence;
  alarm: RaisedAlarm | null;
}

/** What the last audit said: gap in reference SDs, the shares of the fault shapes. */
export interface LastEvidence {
  score: number;
  pDiverged: number;
  gap: number;
  gapSd: number;
  shapes: Float64Array;
}

export interface RaisedAlarm {
  at: number;
  onset: number;
  onsetLo: number;
  onsetHi: number;
  mode: GoodhartMode | 'undetermined';
  modeProbability: number;
  /** How often the mode was said again. */
  refreshed: number;
}

import { clamp } from '../numeric/logistic.js';

/** Audits that can be looked back on. */
export const auditsKept = 48;

/** What is kept of the audits themselves. */
export interface AuditTrail {
  seen: number;
  /** Since the reference period ended. */
  monitored: number;
  lastAt: number;
  /** Days between audits, as a running mean. */
  spacing: number;
  withoutSize: number;
  /** Running level on the scale of the reference. */
  level: number;
  /** The last regressors (four lags, short and slow), for audits whose days are missing. */
  regressors: Float64Array;
  /** Time and working value of the last ones, a ring. */
  times: Float64Array;
  values: Float64Array;
}

export function noAudits(regressorCount: number): AuditTrail {
  return {
    seen: 0,
    monitored: 0,
    lastAt: -Infinity,
    spacing: 7,
    withoutSize: 0,
    level: 0,
    regressors: new Float64Array(regressorCount).fill(NaN),
    times: new Float64Array(auditsKept).fill(-Infinity),
    values: new Float64Array(auditsKept),
  };
}

export function countAudit(audits: AuditTrail, t: number, value: number, size: number): void {
  if (Number.isFinite(audits.lastAt)) {
    audits.spacing += 0.1 * (clamp(t - audits.lastAt, 0, 120) - audits.spacing);
  }
  audits.lastAt = t;
  audits.times[audits.seen % auditsKept] = t;
  audits.values[audits.seen % auditsKept] = value;
  audits.seen++;
  if (size === 0) audits.withoutSize++;
}

/** Mean working value of the audits after `from` up to and with `to`; NaN where there is none. */
export function meanOfAudits(audits: AuditTrail, from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let k = 0; k < auditsKept; k++) {
    const t = audits.times[k]!;
    if (t <= from || t > to) continue;
    sum += audits.values[k]!;
    count++;
  }
  return count > 0 ? sum / count : NaN;
}

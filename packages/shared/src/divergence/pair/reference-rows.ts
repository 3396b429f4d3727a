import type { ProxyDays } from './proxy-days.js';
import { regressorCount, regressorsAt } from './proxy-regressors.js';

/** One audit of the reference period: time, working value, size (0 = not said), then its regressors. */
export const rowWidth = 3 + regressorCount;

/** More audits than this in a reference period push the oldest out. */
const mostRows = 260;

export function addRow(
  rows: number[],
  days: ProxyDays,
  regressors: Float64Array,
  t: number,
  value: number,
  size: number,
): void {
  regressorsAt(days, Math.floor(t), regressors);
  rows.push(t, value, size, ...regressors);
  if (rows.length > mostRows * rowWidth) rows.splice(0, rowWidth);
}

import { logSumExp } from '../numeric/logistic.js';
import { alarmThreshold } from './alarm-threshold.js';
import type { PairState } from './pair-state.js';
import { slot } from './relation-filter.js';

export interface Settling {
  /** Further audits after which an alarm is to be expected if the gap is what it looks like. */
  audits: number;
  /** Items in each. */
  size: number;
  sentence: string;
}

/** More audits than this are no way to settle anything. */
const most = 12;

/**
 * What would settle the question for a pair that is neither quiet nor diverged: audits of the usual size, or twice as
 * large, each worth g²/(2 variance) of evidence. Null where nothing is open, or while learning.
 */
export function whatWouldSettle(state: PairState): Settling | null {
  const { reference, last, filters, setting, audits } = state;
  if (!reference || filters.length === 0) return null;
  const needed =
    alarmThreshold(setting.falseAlarmsPerYear, 365.25 / Math.max(1, audits.spacing), audits.seen) -
    last.score;
  if (needed <= 0 || last.pDiverged < 0.05) return null;
  const gap = Math.max(last.gap, 0.3);
  const variance = Math.exp(
    logSumExp(filters.map((filter) => filter[slot.logWeight]! + Math.log(filter[slot.variance]!))),
  );
  for (const factor of [1, 2, 4]) {
    const count = Math.ceil(needed / (gap ** 2 / (2 * variance * (0.5 + 0.5 / factor))));
    if (count > most) continue;
    const size = Math.round(reference.size * factor);
    const more = count === 1 ? 'One more audit' : `${count} more audits`;
    return { audits: count, size, sentence: `${more} of n = ${size} would settle it if the gap stays.` };
  }
  return { audits: most, size: 4 * reference.size, sentence: 'A few audits will not settle it.' };
}

import type { PairState } from './pair-state.js';
import { meanOfDays } from './proxy-days.js';

/** No onset is more than nine times as likely as usual. */
const hazardCap = 2.2;

/**
 * How much more likely than usual an onset is now, as a factor, from the proxy alone: a short jump, a trend of two months,
 * a proxy that stands above the intent.
 */
export function onsetHazard(state: PairState, day: number): number {
  const { days, reference, audits } = state;
  if (!reference) return 1;
  const spread = reference.proxySpread;
  const trend = (meanOfDays(days, day - 14, day) - meanOfDays(days, day - 75, day - 46)) / spread;
  const level = (meanOfDays(days, day - 14, day) - reference.proxyCentre) / spread;
  const above = (level - audits.level) / 0.85;
  const sum =
    0.78 * positive(days.peakJump - 1) + 1.55 * positive(trend - 0.59) + 0.3 * positive(above - 0.5);
  return Math.exp(Math.min(hazardCap, sum));
}

/** NaN, where days are missing, says nothing. */
function positive(value: number): number {
  return value > 0 ? value : 0;
}

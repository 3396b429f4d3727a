import { clamp } from '../numeric/logistic.js';
import { meanOfAudits } from './audit-trail.js';
import type { PairState } from './pair-state.js';
import { stepAgainstRamp } from './proxy-outline.js';
import { slot } from './relation-filter.js';
import { countTo, meanOfDays, ringDays, type ProxyDays } from './proxy-days.js';

/** What speaks for one mode or another, in this order; proxy and intent in their reference SDs. */
export const modeSigns = [
  'jump',
  'jumpAgainstUsual',
  'riseBefore',
  'riseAtOnset',
  'riseSince',
  'intentSince',
  'intentAtOnset',
  'intentBefore',
  'proxyLevel',
  'volatility',
  'bursts',
  'stepAgainstRamp',
  'step',
  'ramp',
  'hollow',
  'gap',
  'hollowShare',
  'monthsSince',
  'intentLater',
  'riseLater',
  'clearJump',
  'clearBursts',
] as const;

export type ModeSigns = Record<(typeof modeSigns)[number], number>;

/** Reads the signs at `t` for a divergence that began at `onset` (days). Missing stretches count as nothing seen. */
export function readModeSigns(state: PairState, t: number, onset: number): ModeSigns {
  const { days, audits, reference, last } = state;
  const spread = reference?.proxySpread ?? 1;
  const intentSpread = reference?.intentSpread ?? 1;
  const day = Math.floor(onset);
  const today = Math.floor(t);
  const proxy = (from: number, to: number) => meanOfDays(days, day + from, Math.min(day + to, today));
  const lately = meanOfDays(days, Math.max(today - 14, day), today);
  const intent = (from: number, to: number) => meanOfAudits(audits, onset + from, onset + to);
  const recentIntent = meanOfAudits(audits, Math.max(onset, t - 4.5 * audits.spacing), t);
  const jump = largestJump(days, day, today);
  const [step, ramp, ...hollow] = last.shapes;
  const slope = Math.max(0.3, state.filters[0]?.[slot.mean + 2] ?? 1);
  const riseSince = bound((lately - proxy(-22, -1)) / spread, 6);
  const gap = bound(last.gap, 6);
  const against = bound(jump / Math.max(Math.sqrt(days.jumpSquare), 1e-12), 6);
  const bursts = bound(skewness(days, day - 2, today), 3);
  return {
    jump: bound(jump / spread, 4),
    jumpAgainstUsual: against,
    riseBefore: bound((proxy(-15, -1) - proxy(-91, -61)) / spread, 4),
    riseAtOnset: bound((proxy(0, 14) - proxy(-22, -1)) / spread, 4),
    riseSince,
    intentSince: bound((recentIntent - intent(-50, 0)) / intentSpread, 4),
    intentAtOnset: bound((intent(0, 29) - intent(-50, 0)) / intentSpread, 4),
    intentBefore: bound((intent(-45, 0) - intent(-160, -60)) / intentSpread, 4),
    proxyLevel: bound((lately - (reference?.proxyCentre ?? 0)) / spread, 6),
    volatility: bound(Math.log(roughness(days, day - 2, today) / roughness(days, day - 70, day - 3)), 1.5),
    bursts,
    stepAgainstRamp: bound(stepAgainstRamp(days, day - 45, today), 3),
    step: step!,
    ramp: ramp!,
    hollow: hollow[0]!,
    gap,
    hollowShare: bound((slope * Math.max(0, riseSince)) / Math.max(0.5, gap), 3),
    monthsSince: bound((t - onset) / 30, 6),
    intentLater: bound((recentIntent - intent(-21, 21)) / intentSpread, 4),
    riseLater: bound((lately - proxy(0, 14)) / spread, 4),
    clearJump: bound(Math.max(0, against - 2.5), 3),
    clearBursts: bound(Math.max(0, bursts - 0.4), 2),
  };
}

/** Within the bound; 0 for what could not be reckoned. */
function bound(value: number, most: number): number {
  return Number.isNaN(value) ? 0 : clamp(value, -most, most);
}

/** The largest rise from the week before to the four days after a day near the onset. */
function largestJump(days: ProxyDays, onset: number, today: number): number {
  let largest = -Infinity;
  for (let day = onset - 12; day <= Math.min(onset + 12, today - 1); day++) {
    const jump = meanOfDays(days, day, day + 4) - meanOfDays(days, day - 7, day);
    if (jump > largest) largest = jump;
  }
  return largest === -Infinity ? NaN : largest;
}

/** The day after `from`, or the oldest that can be looked back on. */
function firstKept(days: ProxyDays, from: number): number {
  return Math.max(from + 1, days.day - ringDays + 1);
}

function valueOn(days: ProxyDays, day: number): number {
  return countTo(days, day) > countTo(days, day - 1) ? meanOfDays(days, day - 1, day) : NaN;
}

/** Root mean square of changes from day to day. */
function roughness(days: ProxyDays, from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let day = firstKept(days, from); day <= to; day++) {
    const change = valueOn(days, day) - valueOn(days, day - 1);
    if (Number.isNaN(change)) continue;
    sum += change * change;
    count++;
  }
  return count >= 5 ? Math.sqrt(sum / count) : NaN;
}

/** Skewness of days against the two weeks around them: bursts upward make it positive. */
function skewness(days: ProxyDays, from: number, to: number): number {
  let square = 0;
  let cube = 0;
  let count = 0;
  for (let day = firstKept(days, from); day <= to; day++) {
    const off = valueOn(days, day) - meanOfDays(days, day - 8, day + 7);
    if (Number.isNaN(off)) continue;
    square += off * off;
    cube += off * off * off;
    count++;
  }
  return count >= 8 && square > 0 ? cube / count / (square / count) ** 1.5 : NaN;
}

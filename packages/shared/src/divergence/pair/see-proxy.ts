import { clamp } from '../numeric/logistic.js';
import type { ProxyPoint } from './pair-output.js';
import type { PairState } from './pair-state.js';
import { countTo, meanOfDays, ringDays, weekday, writeDay, type ProxyDays } from './proxy-days.js';
import { takeTime } from './take-time.js';
import { toWorking } from './working-scale.js';

/**
 * Takes one proxy point, O(1). Points and audits of a pair come in the order of time; a RangeError says when one is
 * older than what was seen (run again from a snapshot before it) or is no number.
 */
export function seeProxy(state: PairState, point: ProxyPoint): void {
  takeTime(state, point);
  state.lastProxyAt = point.t;
  const { days } = state;
  const day = Math.floor(point.t);
  const raw = toWorking(point.v, state.setting.proxy);
  if (days.points === 0) openDays(days, day, raw);
  while (days.day < day) closeDay(days, day);
  days.daySum += clipped(days, raw - days.origin);
  days.dayCount++;
  days.points++;
  writeDay(days);
}

function openDays(days: ProxyDays, day: number, raw: number): void {
  days.origin = raw;
  days.firstDay = day;
  days.day = day;
}

/** Level ± 5 absolute deviations, both following the points. The first 20 pass: nothing is known yet. */
function clipped(days: ProxyDays, value: number): number {
  const reach = 5 * days.deviation;
  const kept = days.points < 20 ? value : clamp(value, days.level - reach, days.level + reach);
  if (days.points === 0) {
    days.level = kept;
    return kept;
  }
  const gain = Math.max(0.15, 1 / (days.points + 1));
  const missed = Math.abs(kept - days.level);
  days.deviation += Math.max(0.08, 1 / days.points) * (missed - days.deviation);
  days.level += gain * (kept - days.level);
  return kept;
}

/** Ends the day in hand and begins the next; a gap longer than the ring is stepped over. */
function closeDay(days: ProxyDays, target: number): void {
  if (days.dayCount > 0) learnWeekday(days);
  learnJump(days);
  days.daySum = 0;
  days.dayCount = 0;
  days.day = Math.max(days.day + 1, target - ringDays);
  writeDay(days);
}

/** The day three days ago against the week around it, where at least 5 of its 7 days have a value. */
function learnWeekday(days: ProxyDays): void {
  const { day } = days;
  if (countTo(days, day) - countTo(days, day - 7) < 5) return;
  const middle = meanOfDays(days, day - 4, day - 3);
  if (Number.isNaN(middle)) return;
  const slot = weekday(day - 3);
  const gain = Math.max(0.04, 1 / (days.seasonSeen[slot]! + 3));
  days.season[slot]! += gain * 0.95 * (middle - meanOfDays(days, day - 7, day));
  days.seasonSeen[slot]!++;
}

/** The mean of three days against the week before them, in units of what such jumps usually are. */
function learnJump(days: ProxyDays): void {
  const jump = meanOfDays(days, days.day - 3, days.day) - meanOfDays(days, days.day - 10, days.day - 3);
  if (Number.isNaN(jump)) return;
  const usual = Math.sqrt(days.jumpSquare);
  const size = days.jumpsSeen >= 20 && usual > 0 ? jump / usual : 0;
  if (size > days.peakJump) days.peakJump = size;
  const square = days.jumpsSeen >= 20 ? Math.min(jump * jump, 6.25 * days.jumpSquare) : jump * jump;
  days.jumpsSeen++;
  days.jumpSquare += Math.max(0.02, 1 / days.jumpsSeen) * (square - days.jumpSquare);
}

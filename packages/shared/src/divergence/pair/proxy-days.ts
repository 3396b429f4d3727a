/** Days that can be looked back on. A power of two. */
export const ringDays = 256;

/**
 * The proxy day by day on the working scale: outliers clipped, weekday pattern removed. Running sums over the days
 * in a ring give the mean of any stretch in O(1).
 */
export interface ProxyDays {
  /** First value; subtracted from all, so that sums stay exact whatever the offset. */
  origin: number;
  points: number;
  firstDay: number;
  /** The day that is being filled. */
  day: number;
  daySum: number;
  dayCount: number;
  /** Level and absolute deviation that decide what is an outlier. */
  level: number;
  deviation: number;
  season: Float64Array;
  seasonSeen: Float64Array;
  /** sums[d mod ring] and counts: over all days up to and with d. */
  sums: Float64Array;
  counts: Float64Array;
  /** Mean square of short jumps, and the largest one since the last audit, signed, in its units. */
  jumpSquare: number;
  jumpsSeen: number;
  peakJump: number;
}

export function noDays(): ProxyDays {
  return {
    origin: 0,
    points: 0,
    firstDay: 0,
    day: 0,
    daySum: 0,
    dayCount: 0,
    level: 0,
    deviation: 0,
    season: new Float64Array(7),
    seasonSeen: new Float64Array(7),
    sums: new Float64Array(ringDays),
    counts: new Float64Array(ringDays),
    jumpSquare: 0,
    jumpsSeen: 0,
    peakJump: 0,
  };
}

const mask = ringDays - 1;

/** Sum of the days up to and with `day`; days outside of the ring count as its ends. */
export function sumTo(days: ProxyDays, day: number): number {
  return days.sums[clampDay(days, day) & mask]!;
}

export function countTo(days: ProxyDays, day: number): number {
  return days.counts[clampDay(days, day) & mask]!;
}

function clampDay(days: ProxyDays, day: number): number {
  if (day > days.day) return days.day;
  const oldest = days.day - ringDays + 1;
  return day < oldest ? oldest : day;
}

/** Mean of the days after `from` up to and with `to`; NaN where none has a value. */
export function meanOfDays(days: ProxyDays, from: number, to: number): number {
  const count = countTo(days, to) - countTo(days, from);
  return count > 0 ? (sumTo(days, to) - sumTo(days, from)) / count : NaN;
}

/** Puts the value of the day that is being filled into the ring. */
export function writeDay(days: ProxyDays): void {
  const before = (days.day - 1) & mask;
  const at = days.day & mask;
  const has = days.dayCount > 0;
  const value = has ? days.daySum / days.dayCount - days.season[weekday(days.day)]! : 0;
  days.sums[at] = days.sums[before]! + value;
  days.counts[at] = days.counts[before]! + (has ? 1 : 0);
}

export function weekday(day: number): number {
  return ((day % 7) + 7) % 7;
}

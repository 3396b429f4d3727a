const dayMs = 86_400_000;

/** @returns what the clocks of a place show at a moment, as if it were UTC, in milliseconds since 1970 */
export function wallTime(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)!.value);
  const time = [part('hour'), part('minute'), part('second')] as const;
  return Date.UTC(part('year'), part('month') - 1, part('day'), ...time);
}

/**
 * @param wall what the clocks show, as {@link wallTime} writes it
 * @returns the moment at which they show it. A time that they skip when they are put forward is as much later; of one
 *   that they show twice it is the first.
 */
export function instantOf(wall: number, timeZone: string): Date {
  const offsetAt = (at: number): number => wallTime(new Date(at), timeZone) - at;
  const offsets = [offsetAt(wall - dayMs), offsetAt(wall + dayMs)];
  const fitting = offsets.filter((offset) => offsetAt(wall - offset) === offset);
  return new Date(wall - (fitting.length > 0 ? Math.max(...fitting) : Math.min(...offsets)));
}

/** @returns the midnight with which the day of a moment began in a place */
export function startOfDay(at: Date, timeZone: string): Date {
  return instantOf(Math.floor(wallTime(at, timeZone) / dayMs) * dayMs, timeZone);
}

/** @returns the day that it is in a place at a moment: `2026-12-04` */
export function dayOf(at: Date, timeZone: string): string {
  return new Date(wallTime(at, timeZone)).toISOString().slice(0, 10);
}

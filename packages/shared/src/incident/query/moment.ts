import { readInstant } from '../../contract/read-instant.js';

/** A stretch of time that a query names; a moment begins and ends at once. */
export interface Moment {
  begin: string;
  end: string;
}

const dayMs = 86_400_000;
const lengths: Record<string, number> = { h: 3_600_000, d: dayMs, w: 7 * dayMs };

/**
 * What a time of a query means: a day (UTC), an instant, `today`, `yesterday`, or so long ago: `24h`, `7d`, `2w`,
 * `3mo`, `1y`. @returns null when it means none
 */
export function readMoment(value: string, now: Date): Moment | null {
  if (value === 'today') return day(now.getTime());
  if (value === 'yesterday') return day(now.getTime() - dayMs);
  const ago = /^(\d{1,4})(h|d|w|mo|y)$/.exec(value);
  if (ago) return at(before(now, Number(ago[1]), ago[2]!));
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const begin = readInstant(`${value}T00:00:00Z`);
    return begin === null ? null : day(Date.parse(begin));
  }
  const instant = readInstant(value.toUpperCase());
  return instant === null ? null : { begin: instant, end: instant };
}

function before(now: Date, count: number, unit: string): number {
  const length = lengths[unit];
  if (length !== undefined) return now.getTime() - count * length;
  const then = new Date(now);
  then.setUTCMonth(then.getUTCMonth() - count * (unit === 'y' ? 12 : 1));
  return then.getTime();
}

/** Long ago is 1970 at the earliest. */
function at(milliseconds: number): Moment {
  const moment = new Date(Math.max(0, milliseconds)).toISOString();
  return { begin: moment, end: moment };
}

function day(milliseconds: number): Moment {
  const begin = Math.floor(milliseconds / dayMs) * dayMs;
  return { begin: new Date(begin).toISOString(), end: new Date(begin + dayMs).toISOString() };
}

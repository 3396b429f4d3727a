import { type Weekday, weekday } from '../taxonomy/values/weekday.js';
import { instantOf, wallTime } from './wall-clock.js';

/** When the triage meeting is: every week on that day at that time, on the clocks of that place. */
export interface WeeklyMeeting {
  day: Weekday;
  /** `10:00`. */
  time: string;
  /** IANA name: `Europe/Zurich`. */
  timeZone: string;
}

const days = Object.keys(weekday) as Weekday[];
const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** @returns when the first meeting after `now` begins */
export function nextMeeting(now: Date, { day, time, timeZone }: WeeklyMeeting): Date {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  const here = wallTime(now, timeZone);
  const today = Math.floor(here / dayMs);
  // 1 January 1970 was a Thursday.
  const ahead = (days.indexOf(day) - ((today + 3) % 7) + 7) % 7;
  const wanted = (today + ahead) * dayMs + (hours * 60 + minutes) * minuteMs;
  const first = instantOf(wanted, timeZone);
  return first > now ? first : instantOf(wanted + 7 * dayMs, timeZone);
}

import type { Weekday } from '../taxonomy/values/weekday.js';
import { nextMeeting } from './next-meeting.js';
import { startOfDay } from './wall-clock.js';

test.each<[string, Weekday, string, string, string]>([
  // 25 November 2026 is a Wednesday.
  ['2026-11-25T08:00:00Z', 'wednesday', '10:00', 'UTC', '2026-11-25T10:00:00.000Z'],
  ['2026-11-25T10:00:00Z', 'wednesday', '10:00', 'UTC', '2026-12-02T10:00:00.000Z'],
  ['2026-11-25T08:00:00Z', 'tuesday', '10:00', 'Europe/Zurich', '2026-12-01T09:00:00.000Z'],
  ['2026-11-25T23:30:00Z', 'thursday', '00:15', 'Europe/Zurich', '2026-12-02T23:15:00.000Z'],
  ['2026-11-25T04:00:00Z', 'tuesday', '20:00', 'America/Los_Angeles', '2026-12-02T04:00:00.000Z'],
  // The meeting keeps its hour when the clocks change on Sunday, 29 March and 25 October 2026.
  ['2026-03-24T12:00:00Z', 'monday', '09:00', 'Europe/Zurich', '2026-03-30T07:00:00.000Z'],
  ['2026-10-20T12:00:00Z', 'monday', '09:00', 'Europe/Zurich', '2026-10-26T08:00:00.000Z'],
  // 02:30 is skipped on one of these Sundays and comes twice on the other.
  ['2026-03-28T12:00:00Z', 'sunday', '02:30', 'Europe/Zurich', '2026-03-29T01:30:00.000Z'],
  ['2026-10-24T12:00:00Z', 'sunday', '02:30', 'Europe/Zurich', '2026-10-25T00:30:00.000Z'],
])('at %s, the meeting on %s at %s in %s begins at %s', (now, day, time, timeZone, at) => {
  expect(nextMeeting(new Date(now), { day, time, timeZone }).toISOString()).toBe(at);
});

test.each([
  ['2026-11-25T23:30:00Z', 'Europe/Zurich', '2026-11-25T23:00:00.000Z'],
  ['2026-11-25T22:30:00Z', 'Europe/Zurich', '2026-11-24T23:00:00.000Z'],
  ['2026-10-25T12:00:00Z', 'Europe/Zurich', '2026-10-24T22:00:00.000Z'],
])('the day of %s in %s began at %s', (at, timeZone, midnight) => {
  expect(startOfDay(new Date(at), timeZone).toISOString()).toBe(midnight);
});

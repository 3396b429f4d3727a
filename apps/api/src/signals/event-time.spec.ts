import { placeInTime } from './event-time.js';

const now = Date.parse('2026-11-19T14:20:00Z');
const minute = 60_000;

test.each<[string, number | null, object | null]>([
  ['nothing claimed: now', null, { at: now, clamped: false }],
  ['the past stays', now - 400 * 1440 * minute, { at: now - 400 * 1440 * minute, clamped: false }],
  ['a clock a little ahead is forgiven', now + 10 * minute, { at: now, clamped: false }],
  ['one far ahead is held and marked', now + 11 * minute, { at: now, clamped: true }],
  ['a day ahead is the most', now + 1440 * minute, { at: now, clamped: true }],
  ['beyond a day it is refused', now + 1440 * minute + 1, null],
])('%s', (_, claimed, placed) => {
  expect(placeInTime(claimed, now)).toEqual(placed);
});

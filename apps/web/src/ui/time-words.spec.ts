import { agoOf, dayAndTime, readTypedTime } from './time-words.js';

const now = new Date(2026, 10, 19, 14, 20);

test.each([
  [20_000, 'now'],
  [5 * 60_000, '5 min'],
  [3 * 3_600_000, '3 h'],
  [47 * 3_600_000, '47 h'],
  [12 * 86_400_000, '12 d'],
  [200 * 86_400_000, '6 mo'],
  [800 * 86_400_000, '2 y'],
  [-3 * 3_600_000, 'in 3 h'],
])('%i ms ago reads %s', (span, words) => {
  expect(agoOf(new Date(now.getTime() - span).toISOString(), now.getTime())).toBe(words);
});

test.each([
  ['19 Nov 2026, 09:05', '19 Nov 2026, 09:05'],
  ['19 november 9:05', '19 Nov 2026, 09:05'],
  ['Nov 3, 2025 23:59', '3 Nov 2025, 23:59'],
  ['2026-11-01T08:00', '1 Nov 2026, 08:00'],
  ['2026-11-01', '1 Nov 2026, 00:00'],
  ['1.2.2026 7:30', '1 Feb 2026, 07:30'],
  ['yesterday 9:30', '18 Nov 2026, 09:30'],
  ['8:15', '19 Nov 2026, 08:15'],
  ['now', '19 Nov 2026, 14:20'],
  ['3 h ago', '19 Nov 2026, 11:20'],
  ['2 days ago', '17 Nov 2026, 14:20'],
])('typed "%s" is %s', (typed, read) => {
  const date = readTypedTime(typed, now);
  expect(date && dayAndTime(date)).toBe(read);
});

test.each(['31 Feb 2026', 'soon', '25:00', '12:75', '1 Foo 2026', '1 Jan 1960'])(
  'typed "%s" is not a time',
  (typed) => {
    expect(readTypedTime(typed, now)).toBeNull();
  },
);

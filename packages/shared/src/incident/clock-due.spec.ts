import type { Period } from '../taxonomy/duties/reporting-duty.js';
import { clockDue } from './clock-due.js';

test.each<[string, Period, string]>([
  ['2026-11-19T14:20:00.000Z', { count: 72, unit: 'hours' }, '2026-11-22T14:20:00.000Z'],
  ['2026-11-19T14:20:00.000Z', { count: 15, unit: 'days' }, '2026-12-04T14:20:00.000Z'],
  ['2026-11-19T14:20:00.000Z', { count: 4, unit: 'weeks' }, '2026-12-17T14:20:00.000Z'],
  // 19 November 2026 is a Thursday.
  ['2026-11-19T14:20:00.000Z', { count: 4, unit: 'business_days' }, '2026-11-25T14:20:00.000Z'],
  ['2026-11-21T08:00:00.000Z', { count: 1, unit: 'business_days' }, '2026-11-23T08:00:00.000Z'],
  ['2026-01-31T10:00:00.000Z', { count: 1, unit: 'months' }, '2026-02-28T10:00:00.000Z'],
  ['2026-12-15T10:00:00.000Z', { count: 3, unit: 'months' }, '2027-03-15T10:00:00.000Z'],
  ['2028-02-29T10:00:00.000Z', { count: 5, unit: 'years' }, '2033-02-28T10:00:00.000Z'],
])('from %s, %j is over at %s', (start, period, due) => expect(clockDue(start, period)).toBe(due));

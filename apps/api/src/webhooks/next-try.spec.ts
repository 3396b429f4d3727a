import { ladder, nextTry } from './next-try.js';

const now = new Date('2026-11-19T14:20:00Z');
const minutes = 60_000;

test('ten tries in all: the first at once, the others by the ladder, then no more', () => {
  const waits = Array.from({ length: 10 }, (_, index) => nextTry(index + 1, { retryAfter: null }, now, 0));
  expect(waits).toEqual([...ladder, null]);
});

test('jitter makes it later, by a fifth at most', () => {
  expect(nextTry(2, { retryAfter: null }, now, 1)).toBe(6 * minutes);
});

test.each<[string, number]>([
  ['600', 10 * minutes],
  ['1', 5 * minutes],
  ['Thu, 19 Nov 2026 14:40:00 GMT', 20 * minutes],
  ['Thu, 19 Nov 2026 14:00:00 GMT', 5 * minutes],
  ['99999999', 24 * 60 * minutes],
  ['soon', 5 * minutes],
])('Retry-After: %s', (retryAfter, wait) => {
  expect(nextTry(2, { retryAfter }, now, 0)).toBe(wait);
});

import { chanceWords, gapInterval, gapWords, shortDay, shownGap } from './divergence-words.js';

const share = { name: 'Time well spent', unit: '', scale: 'proportion' } as const;
const minutes = { name: 'Session time', unit: 'min', scale: 'unbounded' } as const;

test.each([
  [0.0731, share, '7.3 points'],
  [-0.0731, share, '7.3 points'],
  [12.34, minutes, '12.3 min'],
])('a gap of %d reads %s', (gap, measure, words) => expect(gapWords(gap, measure)).toBe(words));

test('an interval keeps the signs of its ends', () => {
  expect(gapInterval(-0.01, 0.093, share)).toBe('−1.0 to 9.3');
});

test('on a chart, worse lies below zero', () => {
  expect(shownGap(0.07, share)).toBeCloseTo(-7);
  expect(shownGap(2, minutes)).toBe(-2);
});

test.each([
  [0.941, '.94'],
  [0.999, 'over .99'],
  [0.001, 'under .01'],
])('a chance of %d reads %s', (chance, words) => expect(chanceWords(chance)).toBe(words));

test('a day of this year goes without the year', () => {
  const now = new Date('2026-11-20T00:00:00Z');
  expect(shortDay('2026-09-14T08:00:00Z', now)).toBe('14 Sep');
  expect(shortDay('2025-09-14T08:00:00Z', now)).toBe('14 Sep 2025');
});

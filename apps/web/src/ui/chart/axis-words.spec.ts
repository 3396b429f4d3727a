import { placeWords, tickWords } from './axis-words.js';

const day = (text: string) => Date.parse(`${text}Z`);

test.each([
  ['time', day('2026-11-12T00:00'), 'Thu 12 Nov 2026'],
  ['time', day('2026-11-12T14:05'), 'Thu 12 Nov 2026, 14:05 UTC'],
  ['step', 1200, 'Step 1,200'],
  ['kl', 3.254, 'KL 3.25'],
] as const)('%s %d reads %s', (axis, x, words) => expect(placeWords(axis, x)).toBe(words));

test.each([
  [
    'months, with the year first and in January',
    ['2025-11-01T00:00', '2025-12-01T00:00', '2026-01-01T00:00'],
    ['Nov 2025', 'Dec', 'Jan 2026'],
  ],
  ['weeks', ['2026-11-02T00:00', '2026-11-09T00:00'], ['2 Nov 2026', '9 Nov']],
  ['hours', ['2026-11-02T06:00', '2026-11-02T12:00'], ['06:00', '12:00']],
])('ticks of %s', (_, ticks, words) => expect(tickWords('time', ticks.map(day))).toEqual(words));

test('ticks of steps and KL', () => {
  expect(tickWords('step', [0, 1000])).toEqual(['0', '1,000']);
  expect(tickWords('kl', [0, 0.5])).toEqual(['0.00', '0.50']);
});

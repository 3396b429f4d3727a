import { effectSentence, intervalWords, reachOf, signed } from './effect-words.js';

const effect = (low: number, value: number, high: number) => ({
  low,
  value,
  high,
  unit: 'points',
  measuredOn: null,
});

test.each([
  [2.3, '+2.3'],
  [-1.254, '−1.25'],
  [0, '0'],
  [1234.5, '+1,230'],
])('%d is written %s', (value, words) => {
  expect(signed(value)).toBe(words);
});

test.each([
  [effect(0.4, 2.3, 4.2), 'The gap narrowed by 2.3 points (90 % interval 0.4 to 4.2).'],
  [effect(-4, -3, -2), 'The gap widened by 3 points (90 % interval −4 to −2).'],
  [effect(-1.3, 0.3, 1.9), 'No clear effect: +0.3 (90 % interval −1.3 to 1.9).'],
])('%j reads as a sentence', (measured, sentence) => {
  expect(effectSentence(measured)).toBe(sentence);
});

test('one scale holds every interval', () => {
  expect(reachOf([effect(-5, 1, 3), null, effect(0, 1, 4)])).toBe(5);
  expect(reachOf([null])).toBe(1);
  expect(intervalWords({ low: -1.3, high: 1.9 })).toBe('−1.3 to 1.9');
});

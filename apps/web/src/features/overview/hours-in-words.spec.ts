import { heatOf } from './heat.js';
import { hoursInWords } from './hours-in-words.js';

test.each([
  [null, 'none'],
  [0, '0 min'],
  [0.66, '40 min'],
  [1, '1 h'],
  [6.52, '6.5 h'],
  [30, '30 h'],
  [60, '2.5 days'],
  [288, '12 days'],
])('%s hours are "%s"', (hours, words) => {
  expect(hoursInWords(hours)).toBe(words);
});

test.each([
  [0, 10, 0],
  [1, 10, 1],
  [1, 1000, 1],
  [5, 10, 2],
  [6, 10, 3],
  [10, 10, 4],
  [0, 0, 0],
])('%i beside %i gets ground %i', (count, greatest, heat) => {
  expect(heatOf(count, greatest)).toBe(heat);
});

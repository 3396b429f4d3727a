import { changeWords, numberWords, valueWords } from './number-words.js';

const share = { name: 'Time well spent', unit: '', scale: 'proportion' } as const;
const minutes = { name: 'Session time', unit: 'min', scale: 'unbounded' } as const;

test.each([
  [-1234.56, 1, '−1,234.6'],
  [-0.001, 1, '0.0'],
  [7, 0, '7'],
])('%d with %d digits is %s', (value, digits, words) => expect(numberWords(value, digits)).toBe(words));

test.each([
  [0.592, share, '59.2 %'],
  [30.61, minutes, '30.6 min'],
  [0, minutes, '0 min'],
  [1234.4, { ...minutes, unit: '' }, '1,234'],
])('%d is written %s', (value, measure, words) => expect(valueWords(value, measure)).toBe(words));

test.each([
  [27.3, 30.6, minutes, 'up 12 %'],
  [0.64, 0.59, share, 'down 5.0 points'],
  [0.64, 0.6401, share, 'unchanged'],
  [-2, 1, minutes, 'up 3.00 min'],
  [5, 5, minutes, 'unchanged'],
])('from %d to %d', (from, to, measure, words) => expect(changeWords(from, to, measure)).toBe(words));

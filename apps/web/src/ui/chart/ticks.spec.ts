import { digitsFor, rangeOf, roundStep, sharedTicks } from './ticks.js';

test.each([
  [10, 5, 2],
  [9, 5, 2],
  [1, 4, 0.25],
  [0.013, 5, 0.005],
  [700, 5, 200],
  [9.5, 1, 10],
])('a span of %d in about %d parts has steps of %d', (span, wanted, step) =>
  expect(roundStep(span, wanted)).toBeCloseTo(step, 10),
);

test('the grid lies at round values of the series, up to down for one turned over', () => {
  expect(sharedTicks({ mean: 64, sd: 4, sign: 1 }, -2.2, 2.2, 4)).toEqual([-1, 0.25, 1.5]);
  expect(sharedTicks({ mean: 64, sd: 4, sign: -1 }, -2.2, 2.2, 4)).toEqual([-1.5, -0.25, 1]);
  expect(sharedTicks({ mean: 0, sd: 1, sign: 1 }, 3, 3)).toEqual([]);
});

test.each([
  [5, 0],
  [0.5, 1],
  [0.25, 2],
  [0.02, 2],
  [2.2, 1],
  [0, 2],
])('steps of %d need %d digits', (step, digits) => expect(digitsFor(step)).toBe(digits));

test.each([
  ['nothing', [], [-1, 1]],
  ['one value', [3], [2.75, 3.25]],
  ['values and holes', [0, null, 10, NaN], [-0.8, 10.8]],
])('the range of %s', (_, values, range) => expect(rangeOf(values)).toEqual(range));

import { fromScale, tieTo, toScale } from './tie.js';

test('a series hangs at its reference mean, one deviation is one unit', () => {
  const tie = tieTo([0, 1, 2, 3, 4], [1, 2, 3, 50, 60], { from: 0, to: 2 }, 1);
  expect(tie).toEqual({ mean: 2, sd: 1, sign: 1 });
  expect(toScale(tie, 50)).toBe(48);
  expect(fromScale(tie, 48)).toBe(50);
});

test.each([
  ['nothing', [], { mean: 0, sd: 1 }],
  ['too little in the reference: all of it counts', [4, 6], { mean: 5 }],
  ['a series that never moves', [8, 8, 8, 8], { mean: 8, sd: 0.04 }],
])('%s', (_, value, expected) => {
  expect(
    tieTo(
      value.map((__, at) => at),
      value,
      { from: 0, to: 1 },
      1,
    ),
  ).toMatchObject(expected);
});

test('turned over and back is the same value', () => {
  const tie = tieTo([0, 1, 2], [1, 2, 3], null, -1);
  expect(toScale(tie, 3)).toBeLessThan(0);
  expect(fromScale(tie, toScale(tie, 3))).toBe(3);
});

import { breakDistance, breaksOf, broken, movingMean } from './moving-mean.js';

describe('an interruption', () => {
  it.each([
    ['too few points to know', [0, 10, 100], Infinity],
    ['one a day', [0, 1, 2, 3, 4], 3],
    ['one a week, one week left out', [0, 7, 14, 28, 35], 21],
    ['several at once', [0, 0, 0, 0], Infinity],
  ])('%s', (_, x, distance) => expect(breakDistance(x)).toBe(distance));

  it('lifts the pen halfway and is named by its ends', () => {
    const x = [0, 1, 2, 3, 8, 9];
    expect(broken({ x, y: [1, 1, 1, 1, 2, 2] })).toEqual({
      x: [0, 1, 2, 3, 5.5, 8, 9],
      y: [1, 1, 1, 1, null, 2, 2],
    });
    expect(breaksOf(x)).toEqual([{ from: 3, to: 8 }]);
  });
});

describe('the moving mean', () => {
  it.each([
    ['of nothing', [], [], 3, []],
    ['reaches to both sides', [0, 1, 2, 3], [0, 3, 6, 9], 1, [1.5, 3, 6, 7.5]],
    ['stays on its side of an interruption', [0, 1, 2, 3, 9, 10], [1, 1, 1, 1, 5, 5], 6, [1, 1, 1, 1, 5, 5]],
  ])('%s', (_, x, y, halfWidth, means) => expect(movingMean(x, y, halfWidth)).toEqual(means));
});

import { endsOf, pointsOf } from './check-points.js';

const row = (x: number, p: number | null, i: number | null, n: number | null = null) => ({ x, p, i, n });

test('steps belong to the run; what was not measured is no observation', () => {
  const rows = [row(0, 1, 0.5, 150), row(10, 2, null), row(20, null, 0.6)];
  expect(pointsOf({ axis: 'step', rows }, 'reward', 'win', 'a-run')).toEqual({
    points: [
      { metric: 'reward', value: 1, n: null, step: 0, run: 'a-run' },
      { metric: 'win', value: 0.5, n: 150, step: 0, run: 'a-run' },
      { metric: 'reward', value: 2, n: null, step: 10, run: 'a-run' },
      { metric: 'win', value: 0.6, n: null, step: 20, run: 'a-run' },
    ],
    rows: [0, 0, 1, 2],
  });
});

test('broken steps are counted by row, and so is KL, which stands beside', () => {
  const rows = [row(0.5, 1, null), row(1, 2, null)];
  expect(pointsOf({ axis: 'step', rows }, 'r', 'w', 'a').points.map(({ step }) => step)).toEqual([1, 2]);
  expect(pointsOf({ axis: 'kl', rows }, 'r', 'w', 'a').points).toMatchObject([
    { step: 1, kl: 0.5 },
    { step: 2, kl: 1 },
  ]);
});

test('times are instants; what is none stays to be refused', () => {
  const rows = [row(Date.UTC(2026, 10, 19), 1, null), row(1e300, 1, null)];
  expect(pointsOf({ axis: 'time', rows }, 'r', 'w', null).points.map(({ at }) => at)).toEqual([
    '2026-11-19T00:00:00.000Z',
    '1e+300',
  ]);
});

test('the ends of the axis', () =>
  expect(endsOf([row(3, 1, 1), row(-1, 1, 1)])).toEqual({ from: -1, to: 3 }));

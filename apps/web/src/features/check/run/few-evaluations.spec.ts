import { fewEvaluations, mostEvaluations } from './few-evaluations.js';

const row = (x: number, i: number | null, n: number | null = 10) => ({ x, p: x / 10, i, n });

test('few evaluations stay as they are, however many values the proxy has', () => {
  const rows = Array.from({ length: 5000 }, (_, x) => row(x, x % 50 === 0 ? 0.5 : null));
  expect(fewEvaluations(rows)).toEqual({ rows, averagedTo: null });
});

test('many are averaged by their size, and nothing is lost', () => {
  const rows = Array.from({ length: 2 * mostEvaluations }, (_, x) => row(x, x % 2, x % 2 ? 30 : 10));
  const few = fewEvaluations([...rows, row(5.5, null)].toReversed());
  expect(few.averagedTo).toBe(mostEvaluations);
  expect(few.rows).toHaveLength(mostEvaluations + 1);
  expect(few.rows[1]).toEqual({ x: 0.5, p: 0.05, i: 0.75, n: 40 });
});

test('without all sizes each counts alike', () => {
  const rows = Array.from({ length: 2 * mostEvaluations }, (_, x) => ({
    ...row(x, x % 2),
    n: x === 1 ? null : 10,
    p: null,
  }));
  expect(fewEvaluations(rows).rows[0]).toEqual({ x: 0.5, p: null, i: 0.5, n: null });
});

import { SeriesRule } from '@plumbline/shared/contract/source';
import fc from 'fast-check';
import { growth, observationsOf, ruleFor } from './map-series.js';

const rule = (given: object) => SeriesRule.parse({ name: '*', metric: 'judge_score', ...given });

test.each<[string, string, boolean]>([
  ['judge_score', 'judge_score', true],
  ['judge_*', 'judge_score', true],
  ['*_score', 'judge_score', true],
  ['j*e_s*e', 'judge_score', true],
  ['*', 'anything', true],
  ['judge', 'judge_score', false],
  ['*a*a', 'xa', false],
])('%s and %s: %s', (name, series, fit) => {
  expect(ruleFor([rule({ name })], { name: series, labels: {} }) !== null).toBe(fit);
});

test('the first rule that fits decides, labels included', () => {
  const rules = [rule({ labels: { split: 'held-out' }, metric: 'a' }), rule({ metric: 'b' })];
  expect(ruleFor(rules, { name: 'x', labels: { split: 'held-out' } })?.metric).toBe('a');
  expect(ruleFor(rules, { name: 'x', labels: {} })?.metric).toBe('b');
});

test('parts come from labels or are said; of each span the last value holds', () => {
  const made = observationsOf(
    rule({
      metric: '$name',
      everySeconds: 60,
      environment: { word: 'production' },
      segment: { label: 'lang' },
      run: { label: 'job' },
    }),
    {
      name: 'score',
      labels: { lang: 'de' },
      kind: null,
      points: [
        { at: 60_000, value: 1, n: null },
        { at: 119_000, value: 3, n: 7 },
        { at: 90_000, value: 2, n: null },
        { at: 120_000, value: 4, n: null },
      ],
    },
  );
  const shared = { metric: 'score', environment: 'production', segment: 'de', version: null, run: null };
  expect(made).toEqual([
    { ...shared, at: '1970-01-01T00:01:00.000Z', value: 3, n: 7 },
    { ...shared, at: '1970-01-01T00:02:00.000Z', value: 4, n: null },
  ]);
});

test('a counter: growth, resets, repeats', () => {
  const reading = (at: number, value: number) => ({ at, value, n: null });
  expect(growth([reading(1, 10)], null)).toEqual({ points: [], state: { at: 1, total: 10, count: 0 } });
  expect(growth([reading(1, 10), reading(2, 13), reading(3, 4)], { at: 1, total: 10, count: 0 })).toEqual({
    points: [reading(2, 3), reading(3, 4)],
    state: { at: 3, total: 4, count: 0 },
  });
});

test('a histogram that only grows: the mean of what was added, and how many', () => {
  const reading = (at: number, value: number, n: number) => ({ at, value, n });
  const { points } = growth(
    [reading(1, 10, 2), reading(2, 16, 5), reading(3, 16, 5), reading(4, 4, 1)],
    null,
    true,
  );
  expect(points).toEqual([reading(2, 2, 3), reading(4, 4, 1)]);
});

test('however the readings are cut into requests, the growth is the same', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100), { minLength: 1, maxLength: 20 }), fc.nat(20), (totals, cut) => {
      const points = totals.map((value, at) => ({ at, value, n: null }));
      const whole = growth(points, null);
      const one = growth(points.slice(0, cut), null);
      const other = growth(points.slice(Math.max(0, cut - 1)), one.state);
      expect([...one.points, ...other.points]).toEqual(whole.points);
    }),
  );
});

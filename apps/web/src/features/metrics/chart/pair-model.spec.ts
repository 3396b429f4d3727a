import { levelAt, pairModel } from './pair-model.js';

const dayMs = 86_400_000;
const first = Date.parse('2026-04-01T00:00:00Z');
const days = (count: number, every = 1) =>
  Array.from({ length: count }, (_, at) => first + at * every * dayMs);
const proxy = { name: 'Session time', unit: 'min', scale: 'unbounded', direction: 'higher_better' } as const;
const intent = {
  name: 'Time well spent',
  unit: '',
  scale: 'proportion',
  direction: 'higher_better',
} as const;
const columns = (x: number[], value: (at: number) => number, n: number | null = null) => ({
  x,
  value: x.map((_, at) => value(at)),
  n: x.map(() => n),
});

const model = pairModel({
  series: {
    axis: 'time',
    proxy: columns(days(140), (at) => 27 + (at % 28 < 14 ? 0 : 1) + Math.max(0, at - 100) / 10),
    intent: columns(days(20, 7), (at) => 0.64 - Math.max(0, at - 14) / 50, 200),
  },
  proxy,
  intent,
});

test('both halves hang at their mean of the first twelve audits', () => {
  expect(model.reference!.to).toBe(first + 77 * dayMs);
  expect(model.referenceChosen).toBe(false);
  expect(model.proxyTie.mean).toBeCloseTo(27.5, 1);
  expect(model.intentTie.mean).toBeCloseTo(0.64, 6);
  expect(model.meanZ.y[7]).toBeCloseTo(-1, 0);
  expect(model.meanZ.y[21]).toBeCloseTo(1, 0);
});

test('a chosen reference period counts whole days', () => {
  const series = { axis: 'time' as const, proxy: columns(days(9), (at) => at), intent: columns([], () => 0) };
  const chosen = pairModel({
    series,
    proxy,
    intent,
    referenceFromOn: '2026-04-02',
    referenceToOn: '2026-04-04',
  });
  expect(chosen.referenceChosen).toBe(true);
  expect(chosen.reference).toEqual({ from: first + dayMs, to: first + 4 * dayMs - 1 });
});

test('each place is read once, with the audit where there is one', () => {
  expect(model.readings).toHaveLength(140);
  expect(model.readings[7]).toMatchObject({ proxy: 27, audit: 0.64, n: 200 });
  expect(model.readings[8]).toMatchObject({ proxy: 27, audit: null, n: null });
  expect(model.readings[139]).toMatchObject({ proxy: 31.9, audit: null });
});

test('after the last audit the level goes on to the newest proxy, less and less sure', () => {
  const width = ({ low, high }: (typeof model.readings)[number]) => high! - low!;
  expect(width(model.readings[139]!)).toBeGreaterThan(width(model.readings[133]!));
});

test('everything drawn lies within the range, the grid too', () => {
  const [low, high] = model.range;
  const drawn = [...model.dailyZ.y, ...model.bandZ.low, ...model.bandZ.high, ...model.grid].filter(
    (z) => z !== null,
  );
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(low);
  expect(Math.max(...drawn)).toBeLessThanOrEqual(high);
  expect(model.grid.length).toBeGreaterThan(2);
});

test('what misses is named: a week without the proxy, three audits skipped', () => {
  const holes = pairModel({
    series: {
      axis: 'time',
      proxy: columns([...days(20), ...days(40).slice(27)], () => 1),
      intent: columns([...days(6, 7), ...days(15, 7).slice(10)], () => 0.5),
    },
    proxy,
    intent,
  });
  expect(holes.missing).toEqual([{ from: first + 19 * dayMs, to: first + 27 * dayMs }]);
  expect(holes.skipped).toEqual([{ from: first + 35 * dayMs, to: first + 70 * dayMs }]);
  expect(holes.dailyZ.y).toContain(null);
});

test('KL that runs back and forth is put in order; an empty pair is drawn empty', () => {
  const series = { axis: 'kl' as const, proxy: columns([3, 1, 2], (at) => at), intent: columns([], () => 0) };
  const { readings, range } = pairModel({ series, proxy, intent });
  expect(readings.map(({ x, proxy: value }) => [x, value])).toEqual([
    [1, 1],
    [2, 2],
    [3, 0],
  ]);
  expect(range[0]).toBeLessThan(range[1]);
  const none = { x: [], value: [], n: [] };
  expect(pairModel({ series: { axis: 'time', proxy: none, intent: none }, proxy, intent })).toMatchObject({
    readings: [],
    reference: null,
    range: [-1, 1],
  });
});

test.each([
  [0, null],
  [1, 10],
  [1.5, 15],
  [4, 40],
  [5, null],
])('the level at %d is %p', (at, level) => {
  const x = [1, 2, 4];
  const mid = [10, 20, 40];
  expect(levelAt({ x, mid, low: mid, high: mid }, at).intent).toBe(level);
});

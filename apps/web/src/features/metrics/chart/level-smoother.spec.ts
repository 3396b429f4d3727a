import { smoothLevel } from './level-smoother.js';

const weeks = (count: number, first = 0) => Array.from({ length: count }, (_, index) => first + 7 * index);
const wobble = (x: number[]) => x.map((_, index) => 0.6 + (index % 2 ? 0.02 : -0.02));
const widthAt = (band: ReturnType<typeof smoothLevel>, at: number) => {
  const place = band.x.findIndex((x) => x >= at);
  return band.high[place]! - band.low[place]!;
};

test('nothing gives nothing, one audit gives one place', () => {
  expect(smoothLevel({ x: [], value: [], n: [] }, true).x).toEqual([]);
  const alone = smoothLevel({ x: [5], value: [0.6], n: [100] }, true);
  expect(alone.mid[0]).toBeCloseTo(0.6, 6);
  // A share of .6 among 100: the 90 % interval reaches about .08 to either side.
  expect(alone.high[0]! - alone.mid[0]!).toBeCloseTo(0.08, 2);
});

test('the level runs through the middle of audits that scatter around it', () => {
  const x = weeks(20);
  const { mid } = smoothLevel({ x, value: wobble(x), n: x.map(() => 200) }, true);
  for (const level of mid) expect(Math.abs(level - 0.6)).toBeLessThan(0.015);
});

test('skipped audits widen the band, larger ones narrow it', () => {
  const x = [...weeks(10), ...weeks(10, 120)];
  const few = smoothLevel({ x, value: wobble(x), n: x.map(() => 80) }, true);
  const many = smoothLevel({ x, value: wobble(x), n: x.map(() => 800) }, true);
  expect(widthAt(few, 91)).toBeGreaterThan(1.2 * widthAt(few, 30));
  expect(widthAt(many, 30)).toBeLessThan(widthAt(few, 30));
});

test('a level that falls is followed', () => {
  const x = weeks(30);
  const value = x.map((_, index) => (index < 15 ? 70 : 70 - (index - 15)));
  const { mid } = smoothLevel({ x, value, n: x.map(() => null) }, false);
  expect(mid[0]).toBeCloseTo(70, 0);
  expect(mid.at(-1)).toBeLessThan(58);
});

test('a constant series stays a line of no width', () => {
  const x = weeks(8);
  const { low, high } = smoothLevel({ x, value: x.map(() => 3), n: x.map(() => null) }, false);
  for (const place of low.keys()) expect(high[place]! - low[place]!).toBeLessThan(1e-3);
});

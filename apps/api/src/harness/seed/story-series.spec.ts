import { SeededRandom } from './random.js';
import { storyPairs, type StoryPair } from './story-metrics.js';
import { daysOfHistory, seriesOf, type Point } from './story-series.js';

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: number[]) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
const between = (points: Point[], from: number, to: number) =>
  points.filter(({ daysAgo }) => daysAgo <= from && daysAgo >= to);

/** The proxy of the week before each audit, beside the audit. */
function audits(pair: StoryPair): { daysAgo: number; proxy: number; intent: number }[] {
  const { proxy, intent } = seriesOf(pair);
  return intent.map(({ daysAgo, value }) => ({
    daysAgo,
    proxy: mean(between(proxy, daysAgo + 6, daysAgo).map((point) => point.value)),
    intent: value,
  }));
}

/** How far the audits of the last weeks lie from what the proxy implied in the first year, in standard errors. */
function gap(pair: StoryPair, weeks: number): number {
  const all = audits(pair);
  const reference = all.filter(({ daysAgo }) => daysAgo > daysOfHistory - 330);
  const [mx, my] = [mean(reference.map(({ proxy }) => proxy)), mean(reference.map(({ intent }) => intent))];
  const slope =
    mean(reference.map(({ proxy, intent }) => (proxy - mx) * (intent - my))) /
    mean(reference.map(({ proxy }) => (proxy - mx) ** 2));
  const rest = ({ proxy, intent }: { proxy: number; intent: number }) => intent - my - slope * (proxy - mx);
  const recent = all.filter(({ daysAgo }) => daysAgo < weeks * 7).map(rest);
  return mean(recent) / (deviation(reference.map(rest)) / Math.sqrt(recent.length));
}

test('numbers that look random are the same every time', () => {
  const draw = () => {
    const random = new SeededRandom(7);
    return Array.from({ length: 1000 }, () => random.normal());
  };
  expect(draw()).toEqual(draw());
  expect(Math.abs(mean(draw()))).toBeLessThan(0.1);
  expect(deviation(draw())).toBeCloseTo(1, 1);
  expect(seriesOf('session')).toEqual(seriesOf('session'));
});

const shapes = Object.keys(storyPairs) as StoryPair[];

test.each(shapes)('%s: daily values, weekly audits with their size, proportions inside 0 and 1', (pair) => {
  const { proxy, intent } = seriesOf(pair);
  expect(proxy.length).toBeGreaterThan(daysOfHistory * 0.97);
  expect(intent.length).toBeGreaterThan((daysOfHistory / 7) * 0.85);
  for (const { value, n } of intent) {
    expect(n).toBeGreaterThanOrEqual(80);
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(1);
  }
});

test.each<[StoryPair, number]>([
  ['session', 7],
  ['certainty', 3],
  ['shortlist', 16],
  ['thumbs', 5],
])('%s: the intent lies far below what the proxy implies', (pair, weeks) => {
  expect(gap(pair, weeks)).toBeLessThan(-3.5);
});

test.each<[StoryPair]>([['drafts'], ['settled']])('%s: the intent goes with the proxy', (pair) => {
  expect(gap(pair, 12)).toBeGreaterThan(-2);
});

test('rising together is not coming apart: both halves of "drafts" have risen', () => {
  const { proxy, intent } = seriesOf('drafts');
  const rise = (points: Point[]) =>
    mean(between(points, 90, 1).map(({ value }) => value)) -
    mean(between(points, 770, 500).map(({ value }) => value));
  expect(rise(proxy)).toBeGreaterThan(0.04);
  expect(rise(intent)).toBeGreaterThan(0.04);
});

describe('each of the four has the marks of its kind', () => {
  const level = (pair: StoryPair, from: number, to: number) =>
    mean(between(seriesOf(pair).proxy, from, to).map(({ value }) => value));
  const spread = (pair: StoryPair) =>
    deviation(between(seriesOf(pair).proxy, 770, 440).map(({ value }) => value));
  const moved = (pair: StoryPair, before: [number, number], after: [number, number]) =>
    (level(pair, ...after) - level(pair, ...before)) / spread(pair);

  test('regressional: a slow rise over months, without a step', () => {
    expect(moved('shortlist', [300, 240], [80, 20])).toBeGreaterThan(1.5);
    expect(Math.abs(moved('shortlist', [243, 237], [236, 230]))).toBeLessThan(1);
  });
  test('extremal: the proxy leaves the range it was in for two years', () => {
    const { proxy } = seriesOf('session');
    const usual = Math.max(...between(proxy, 770, 80).map(({ value }) => value));
    expect(level('session', 42, 36)).toBeGreaterThan(usual * 0.97);
  });
  test('causal: moved within days, and the intent does not answer', () => {
    expect(moved('thumbs', [48, 42], [38, 32])).toBeGreaterThan(1.5);
    const answer = (from: number, to: number) =>
      mean(between(seriesOf('thumbs').intent, from, to).map(({ value }) => value));
    expect(answer(38, 1) - answer(120, 42)).toBeLessThan(0.02);
  });
  test('adversarial: a jump and bursts in the proxy, while the intent falls', () => {
    const day = (from: number, to: number) =>
      deviation(between(seriesOf('certainty').proxy, from, to).map(({ value }) => value));
    expect(moved('certainty', [42, 35], [31, 25])).toBeGreaterThan(1.2);
    expect(day(31, 1)).toBeGreaterThan(1.3 * day(64, 34));
  });
});

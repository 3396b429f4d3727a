import { seededRandom } from '../divergence/numeric/seeded-random.js';
import { changeOfMean, fewestValues } from './change-of-mean.js';

/** AR(1) values of variance 1, begun where the process would be. */
function autoregressive(random: ReturnType<typeof seededRandom>, rho: number, count: number): number[] {
  const values = [random.normal()];
  while (values.length < count) values.push(rho * values.at(-1)! + Math.sqrt(1 - rho ** 2) * random.normal());
  return values;
}

/** How often the 90 % interval holds a change that was put in; too early counts for neither. */
function coverage(rho: number, before: number, after: number) {
  const random = seededRandom(`effect ${rho} ${before} ${after}`);
  let [held, said] = [0, 0];
  for (let trial = 0; trial < 2000; trial++) {
    const values = autoregressive(random, rho, before + after);
    const measured = changeOfMean(
      values.slice(0, before),
      values.slice(before).map((value) => value + 1.5),
    );
    if (!measured) continue;
    said++;
    if (measured.low <= 1.5 && 1.5 <= measured.high) held++;
  }
  return { held: held / said, said: said / 2000 };
}

test.each([
  [0, 12, 12],
  [0, 60, 20],
  [0.3, 12, 12],
  [0.3, 40, 40],
  [0.6, 20, 20],
  [0.6, 90, 30],
  [0.8, 60, 60],
  [0.8, 90, 90],
])(
  'noise that resembles itself by %d: %d values before and %d after are covered as promised',
  (rho, before, after) => {
    const { held, said } = coverage(rho, before, after);
    expect(held).toBeGreaterThan(0.86);
    expect(held).toBeLessThan(0.985);
    expect(said).toBeGreaterThan(0.5);
  },
);

test('noise that resembles itself makes the interval wider than independent noise', () => {
  const random = seededRandom('wider');
  const width = (rho: number) => {
    const { low, high } = changeOfMean(autoregressive(random, rho, 90), autoregressive(random, rho, 90))!;
    return high - low;
  };
  expect(width(0.8)).toBeGreaterThan(1.5 * width(0));
});

test('with too few values it is too early, however clear they look', () => {
  const clear = Array.from({ length: fewestValues - 1 }, () => 1);
  const many = Array.from({ length: 50 }, (_, at) => 5 + (at % 2));
  expect(changeOfMean(clear, many)).toBeNull();
  expect(changeOfMean(many, clear)).toBeNull();
  expect(changeOfMean(many, many)).not.toBeNull();
});

test('a slow drift counts for too few values to say anything', () => {
  const drift = Array.from({ length: 12 }, (_, at) => at);
  expect(changeOfMean(drift, drift)).toBeNull();
});

test('values that never change give no interval and no error', () => {
  const flat = Array.from({ length: 10 }, () => 3);
  expect(changeOfMean(flat, flat)).toMatchObject({ change: 0, low: 0, high: 0 });
});

test('shift and scale go through', () => {
  const random = seededRandom('scale');
  const [before, after] = [autoregressive(random, 0.4, 30), autoregressive(random, 0.4, 30)];
  const one = changeOfMean(before, after)!;
  const other = changeOfMean(
    before.map((value) => 100 - 10 * value),
    after.map((value) => 100 - 10 * value),
  )!;
  expect(other.change).toBeCloseTo(-10 * one.change, 9);
  expect(other.low).toBeCloseTo(-10 * one.high, 9);
  expect(other.autocorrelation).toBeCloseTo(one.autocorrelation, 12);
});

import { clamp, expit } from '../numeric/logistic.js';
import { localLinear } from '../numeric/local-linear.js';
import { median, runningMedian } from '../numeric/quantile.js';
import type { PreparedRun } from './prepare-run.js';
import type { SeriesKind } from './run-input.js';

/** How noisy the evaluations are, and how large an effect would be, on the working scale. */
export interface IntentNoise {
  /** Variance of each evaluation; a lone outlier carries a larger one. */
  variance: Float64Array;
  sd: number;
  /** The size that effects are measured in. */
  effect: number;
}

/** The median of a chi-square of one degree of freedom. */
const medianChiSquare = 0.455;

/** Sampling variance by the binomial where n is known, by the scatter between neighbours otherwise. */
export function intentNoise(run: PreparedRun, intent: SeriesKind): IntentNoise {
  const proportion = intent.scale === 'proportion';
  const variance = proportion ? binomialVariance(run) : Float64Array.from(run.n, (n) => median(run.n) / n);
  const scatter = neighbourScatter(run, variance);
  const floor = (1e-4 * spread(run.z)) ** 2 + Number.MIN_VALUE;
  if (!run.knownNoise) for (let k = 0; k < variance.length; k++) variance[k] = variance[k]! * scatter + floor;
  const trusted = run.knownNoise ? clamp(scatter, 1, 4) : 1;
  widenOutliers(run.z, variance, trusted);
  const sd = Math.sqrt(median(variance));
  return { variance, sd, effect: effectScale(run, sd, proportion) };
}

/** Where p is a running median of five, so that one evaluation does not set its own variance. */
function binomialVariance(run: PreparedRun): Float64Array {
  return runningMedian(run.z, 5).map((level, k) => {
    const p = expit(level);
    return 1 / ((run.n[k]! + 1) * Math.max(0.01, p * (1 - p)));
  });
}

/** Squared distance of each evaluation from the line between its neighbours over what `variance` expects; robust. */
function neighbourScatter(run: PreparedRun, variance: Float64Array): number {
  const ratios: number[] = [];
  for (let k = 1; k < run.z.length - 1; k++) {
    const share = (run.t[k]! - run.t[k - 1]!) / (run.t[k + 1]! - run.t[k - 1]!);
    const distance = run.z[k]! - (1 - share) * run.z[k - 1]! - share * run.z[k + 1]!;
    const expected = variance[k]! + (1 - share) ** 2 * variance[k - 1]! + share ** 2 * variance[k + 1]!;
    ratios.push((distance * distance) / expected);
  }
  return median(ratios) / medianChiSquare;
}

/** One bad evaluation is never enough: what stands alone far from its neighbours loses its weight. */
function widenOutliers(z: Float64Array, variance: Float64Array, trusted: number): void {
  const surprise = z.map((value, k) => {
    const near = [k - 2, k - 1, k + 1, k + 2].flatMap((j) => (j >= 0 && j < z.length ? [z[j]!] : []));
    return Math.abs(value - median(near)) / (1.15 * Math.sqrt(variance[k]! * trusted));
  });
  surprise.forEach((r, k) => {
    if (r > 2.4) variance[k] = variance[k]! * (r / 2.4) ** 4;
  });
}

function effectScale(run: PreparedRun, sd: number, proportion: boolean): number {
  const halfWidth = Math.max(4 / run.z.length, 0.12);
  const range = spread(localLinear(run.t, runningMedian(run.z, 5), run.t, halfWidth));
  return Math.max(range, 1.2 * sd, proportion ? 0.25 : 0, 1e-150);
}

/** Largest less smallest. */
export function spread(values: Float64Array): number {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low;
}

/** The smoothed intent at each evaluation with its standard error, for drawing. */
export function smoothIntent(run: PreparedRun, noise: IntentNoise): { level: Float64Array; se: number } {
  const halfWidth = Math.max(4 / run.z.length, 0.12);
  const clipped = runningMedian(run.z, 5).map((centre, k) =>
    clamp(run.z[k]!, centre - 3 * noise.sd, centre + 3 * noise.sd),
  );
  const inside = Math.max(1, halfWidth * run.z.length);
  return { level: localLinear(run.t, clipped, run.t, halfWidth), se: noise.sd / Math.sqrt(inside) };
}

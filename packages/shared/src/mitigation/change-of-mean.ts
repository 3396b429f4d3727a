/** How far a mean moved from one stretch of a series to the next, with its 90 % interval. */
export interface MeanChange {
  before: number;
  after: number;
  change: number;
  low: number;
  high: number;
  /** How strongly each value resembles the one before it, 0 to 0.95. */
  autocorrelation: number;
}

/** Fewer values on either side say nothing. */
export const fewestValues = 8;
/** Values that resemble each other count for fewer: so many must remain on either side. */
const fewestIndependent = 3;
/** Of the standard normal distribution: 90 % lie between it and its negative. */
const z = 1.6448536269514722;

/**
 * Compares the means of two stretches of one series whose values resemble their neighbours. Both are taken as
 * AR(1) around their mean: the lag-1 autocorrelation is pooled and corrected for its bias in short series (Marriott
 * and Pope 1954, Kendall 1954), each stretch counts for its effective number of values (Bayley and Hammersley 1946),
 * the variance is corrected for what the autocorrelation hides (Zieba 2010), and the interval is Welch's.
 * @returns null when it is too early to say
 */
export function changeOfMean(before: readonly number[], after: readonly number[]): MeanChange | null {
  if (before.length < fewestValues || after.length < fewestValues) return null;
  const [one, other] = [spreadOf(before), spreadOf(after)];
  const change = other.mean - one.mean;
  const squares = one.squares + other.squares;
  const found = squares > 0 ? (one.products + other.products) / squares : 0;
  const total = before.length + after.length;
  // Each stretch loses a mean of its own, so the bias is that of a series half as long.
  const autocorrelation = Math.min(0.95, Math.max(0, found + (2 * (1 + 3 * found)) / total));
  const sides = [one, other].map(({ squares: sum, count }) => {
    const inflation = inflationOf(autocorrelation, count);
    const variance = sum / Math.max(1, count - inflation);
    return { ofMean: (variance * inflation) / count, independent: count / inflation };
  });
  if (sides.some(({ independent }) => independent < fewestIndependent)) return null;
  const variance = sides.reduce((sum, { ofMean }) => sum + ofMean, 0);
  const freedom =
    variance > 0
      ? variance ** 2 /
        sides.reduce((sum, { ofMean, independent }) => sum + ofMean ** 2 / (independent - 1), 0)
      : Infinity;
  const reach = quantileOfT(freedom) * Math.sqrt(variance);
  return {
    before: one.mean,
    after: other.mean,
    change,
    low: change - reach,
    high: change + reach,
    autocorrelation,
  };
}

function spreadOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let squares = 0;
  let products = 0;
  values.forEach((value, at) => {
    squares += (value - mean) ** 2;
    if (at > 0) products += (value - mean) * (values[at - 1]! - mean);
  });
  return { mean, squares, products, count: values.length };
}

/** By how much the variance of a mean of AR(1) values exceeds that of independent ones. */
function inflationOf(rho: number, count: number): number {
  let sum = 0;
  for (let lag = 1; lag < count; lag++) sum += (1 - lag / count) * rho ** lag;
  return 1 + 2 * sum;
}

/** The 95 % quantile of Student's t, expanded around the normal one (Abramowitz and Stegun 26.7.5). */
function quantileOfT(freedom: number): number {
  const v = Math.max(freedom, 1.5);
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  return (
    z +
    (z3 + z) / (4 * v) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * v ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v ** 3)
  );
}

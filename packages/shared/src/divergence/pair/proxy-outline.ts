import { meanOfDays, type ProxyDays } from './proxy-days.js';

/**
 * Whether the weekly means of the proxy look like a step or like a bend: log of what the best bend leaves over what the
 * best step leaves, positive for a step. NaN below six weeks.
 */
export function stepAgainstRamp(days: ProxyDays, from: number, to: number): number {
  const weeks: number[] = [];
  for (let end = to; end - 7 >= from; end -= 7) {
    const mean = meanOfDays(days, end - 7, end);
    if (!Number.isNaN(mean)) weeks.unshift(mean);
  }
  if (weeks.length < 6) return NaN;
  const step = least(weeks, (k, at) => (k >= at ? 1 : 0));
  const bend = least(weeks, (k, at) => Math.max(0, k - at + 1));
  const floor = 1e-9 + 0.02 * squaresOf(weeks);
  return Math.log((bend + floor) / (step + floor));
}

/** Residual sum of squares of the best single regressor with an intercept. */
function least(values: readonly number[], shape: (k: number, at: number) => number): number {
  const total = squaresOf(values);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let best = total;
  for (let at = 2; at <= values.length - 2; at++) {
    const column = values.map((_, k) => shape(k, at));
    const middle = column.reduce((sum, value) => sum + value, 0) / column.length;
    let square = 0;
    let product = 0;
    for (let k = 0; k < values.length; k++) {
      square += (column[k]! - middle) ** 2;
      product += (column[k]! - middle) * (values[k]! - mean);
    }
    if (square > 0) best = Math.min(best, total - product ** 2 / square);
  }
  return Math.max(0, best);
}

function squaresOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

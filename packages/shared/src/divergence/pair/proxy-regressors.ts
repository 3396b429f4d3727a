import { countTo, meanOfDays, sumTo, type ProxyDays } from './proxy-days.js';

/** Days by which the intent may follow the proxy, and how likely each is before the data. */
export const lags = [0, 7, 14, 21] as const;
export const lagPriors = [0.5, 0.2, 0.2, 0.1] as const;

/** For each lag the level around the day, then for each lag the level of the weeks before. */
export const regressorCount = 2 * lags.length;

const kernel = Array.from({ length: 13 }, (_, k) => 0.6 ** Math.abs(k - 6));

/**
 * The regressors of an audit on `day` into `into`: short kernels first, slow parts after them. Where a stretch has no
 * values, what stood there before stays.
 */
export function regressorsAt(days: ProxyDays, day: number, into: Float64Array): void {
  for (let l = 0; l < lags.length; l++) {
    const centre = day - lags[l]!;
    let short = shortLevel(days, centre, day);
    if (Number.isNaN(short)) short = meanOfDays(days, centre - 28, centre);
    const slow = meanOfDays(days, centre - 35, centre - 7);
    if (!Number.isNaN(short)) into[l] = short;
    else if (Number.isNaN(into[l]!)) into[l] = l > 0 ? into[l - 1]! : meanOfDays(days, -Infinity, day);
    if (!Number.isNaN(slow)) into[lags.length + l] = slow;
    else if (Number.isNaN(into[lags.length + l]!)) into[lags.length + l] = into[l]!;
  }
}

/** Days around the centre, weighed .6 for each day away, none after `last`. */
function shortLevel(days: ProxyDays, centre: number, last: number): number {
  const end = Math.min(centre + 6, last, days.day);
  let weight = 0;
  let sum = 0;
  let sumBefore = sumTo(days, centre - 7);
  let countBefore = countTo(days, centre - 7);
  for (let day = centre - 6; day <= end; day++) {
    const sumHere = sumTo(days, day);
    const countHere = countTo(days, day);
    if (countHere > countBefore) {
      const share = kernel[day - centre + 6]!;
      weight += share;
      sum += share * (sumHere - sumBefore);
    }
    sumBefore = sumHere;
    countBefore = countHere;
  }
  return weight > 0 ? sum / weight : NaN;
}

import { logNormalCdf } from '../numeric/normal.js';

/** What is known of the columns' weights after the data: log evidence over that of no column, mean and variance. */
export interface Fit {
  logGain: number;
  /** Posterior mean and variance of the link's weight. */
  link: number;
  linkVariance: number;
  /** Likewise of the fall; 0 without one. */
  fall: number;
  fallVariance: number;
  covariance: number;
}

export const noColumn: Fit = {
  logGain: 0,
  link: 0,
  linkVariance: 0,
  fall: 0,
  fallVariance: 0,
  covariance: 0,
};

/** A weight that is half-normal with scale `prior`; `square` = x'x and `product` = x'z of whitened columns. */
export function fitOne(square: number, product: number, prior: number): Fit {
  const precision = square + 1 / (prior * prior);
  const mean = product / precision;
  const logGain =
    0.5 * product * mean -
    0.5 * Math.log(precision) -
    Math.log(prior) +
    logNormalCdf(mean * Math.sqrt(precision)) +
    Math.LN2;
  return { logGain, link: mean, linkVariance: 1 / precision, fall: 0, fallVariance: 0, covariance: 0 };
}

/** A fall's size before the data: normal with scale `sd`, above `least`. Less than that is no fall worth the name. */
export interface FallPrior {
  sd: number;
  least: number;
}

/** What the bound on a fall adds to the log evidence. */
function logAbove(least: number, mean: number, sd: number, priorSd: number): number {
  return logNormalCdf((mean - least) / sd) - logNormalCdf(-least / priorSd);
}

/**
 * A half-normal link and a fall above its least. Their orthant's probability is taken as the product of the two one-dimensional ones,
 * the only approximation in the evidence. The second column enters with a minus: it is a fall.
 */
export function fitTwo(
  squares: [link: number, fall: number],
  cross: number,
  products: [link: number, fall: number],
  linkPrior: number,
  fallPrior: FallPrior,
): Fit {
  const a = squares[0] + 1 / (linkPrior * linkPrior);
  const d = squares[1] + 1 / (fallPrior.sd * fallPrior.sd);
  const c = -cross;
  const [g0, g1] = [products[0], -products[1]];
  const determinant = a * d - c * c;
  const link = (d * g0 - c * g1) / determinant;
  const fall = (a * g1 - c * g0) / determinant;
  const linkVariance = d / determinant;
  const fallVariance = a / determinant;
  const logGain =
    0.5 * (g0 * link + g1 * fall) -
    0.5 * Math.log(determinant) -
    Math.log(linkPrior * fallPrior.sd) +
    logNormalCdf(link / Math.sqrt(linkVariance)) +
    Math.LN2 +
    logAbove(fallPrior.least, fall, Math.sqrt(fallVariance), fallPrior.sd);
  return { logGain, link, linkVariance, fall, fallVariance, covariance: -c / determinant };
}

/** A lone fall, without a link before it. */
export function fitFall(square: number, product: number, prior: FallPrior): Fit {
  const precision = square + 1 / (prior.sd * prior.sd);
  const mean = -product / precision;
  const logGain =
    0.5 * mean * mean * precision -
    0.5 * Math.log(precision) -
    Math.log(prior.sd) +
    logAbove(prior.least, mean, 1 / Math.sqrt(precision), prior.sd);
  return { logGain, link: 0, linkVariance: 0, fall: mean, fallVariance: 1 / precision, covariance: 0 };
}

import { logNormalCdf } from '../numeric/normal.js';

/** One column's weight after the data: log evidence over that of no column, mean and variance. */
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

const nothing = { link: 0, linkVariance: 0, fall: 0, fallVariance: 0, covariance: 0 };

export const noColumn: Fit = { logGain: 0, ...nothing };

/** A weight that is half-normal with scale `prior`; `square` = x'x and `product` = x'z of whitened columns. */
export function fitOne(square: number, product: number, prior: number): Fit {
  const precision = square + prior ** -2;
  const mean = product / precision;
  const logGain =
    0.5 * product * mean -
    0.5 * Math.log(precision) -
    Math.log(prior) +
    logNormalCdf(mean * Math.sqrt(precision)) +
    Math.LN2;
  return { ...nothing, logGain, link: mean, linkVariance: 1 / precision };
}

/**
 * Two half-normal weights. Their orthant's probability is taken as the product of the two one-dimensional ones,
 * the only approximation in the evidence. The second column enters with a minus: it is a fall.
 */
export function fitTwo(
  squares: [link: number, fall: number],
  cross: number,
  products: [link: number, fall: number],
  priors: [link: number, fall: number],
): Fit {
  const a = squares[0] + priors[0] ** -2;
  const d = squares[1] + priors[1] ** -2;
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
    Math.log(priors[0] * priors[1]) +
    logNormalCdf(link / Math.sqrt(linkVariance)) +
    logNormalCdf(fall / Math.sqrt(fallVariance)) +
    2 * Math.LN2;
  return { logGain, link, linkVariance, fall, fallVariance, covariance: -c / determinant };
}

/** A lone fall, without a link before it. */
export function fitFall(square: number, product: number, prior: number): Fit {
  const { logGain, link, linkVariance } = fitOne(square, -product, prior);
  return { ...nothing, logGain, fall: link, fallVariance: linkVariance };
}

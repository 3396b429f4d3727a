const sqrtTwoPi = Math.sqrt(2 * Math.PI);

/** Standard normal density. */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / sqrtTwoPi;
}

/** Standard normal distribution function, to 1e-7 relative in both tails (W. J. Cody's idea in the erfc fit of Numerical Recipes §6.2). */
export function normalCdf(x: number): number {
  return 0.5 * erfc(-x / Math.SQRT2);
}

/** log of the standard normal distribution function; below -30, where it leaves the doubles, by its asymptotic series. */
export function logNormalCdf(x: number): number {
  if (x > -30) return Math.log(normalCdf(x));
  const square = x * x;
  return -0.5 * square - Math.log(-x * sqrtTwoPi) + Math.log1p(-1 / square + 3 / (square * square));
}

/** Chebyshev coefficients of log(erfc(z) exp(z²) / t), t = 2 / (2 + z). */
const coefficients = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];

function erfc(x: number): number {
  const z = Math.abs(x);
  const t = 1 / (1 + 0.5 * z);
  let polynomial = 0;
  for (let j = coefficients.length - 1; j >= 0; j--) polynomial = polynomial * t + coefficients[j]!;
  const tail = t * Math.exp(-z * z + polynomial);
  return x >= 0 ? tail : 2 - tail;
}

import { normalCdf } from './normal.js';

/** 1 / sqrt(2 pi): the slope of the function at zero, and the numerator of phi(r)/Phi(r) = density / tiltedNormal(r). */
export const tiltedDensity = 1 / Math.sqrt(2 * Math.PI);

const low = -12;
const high = 6;
const perUnit = 32;
/** Above this exp(r²/2) would leave the doubles. */
const highest = 36;

const table = Float64Array.from({ length: (high - low) * perUnit + 1 }, (_, k) => {
  const r = low + k / perUnit;
  return normalCdf(r) * Math.exp(0.5 * r * r);
});

/**
 * Phi(r) exp(r²/2), the evidence of a normal that is bound to be positive; to 1e-6 relative, from a table by its own
 * differential equation f' = r f + 1/sqrt(2 pi). Grows no more from 36 on.
 */
export function tiltedNormal(r: number): number {
  if (r >= high) return Math.exp(0.5 * (r > highest ? highest * highest : r * r));
  if (!(r > low)) return (tiltedDensity / -r) * (1 - 1 / (r * r));
  const place = Math.round((r - low) * perUnit);
  const node = low + place / perUnit;
  const step = r - node;
  const value = table[place]!;
  const first = tiltedDensity + node * value;
  const second = value + node * first;
  const third = 2 * first + node * second;
  return value + step * (first + step * (second / 2 + (step * third) / 6));
}

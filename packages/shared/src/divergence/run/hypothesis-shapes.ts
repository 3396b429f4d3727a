import { clamp } from '../numeric/logistic.js';
import { interpolate } from '../numeric/local-linear.js';
import type { ProxyPath } from './proxy-paths.js';

/** Exponents of the link from proxy to intent: concave, straight, convex. */
export const linkExponents = [0.65, 1, 1.55] as const;
/** Delays of the intent behind the proxy, in shares of the run. */
export const lags = [0, 0.05] as const;

/** The intent as a link of the proxy, in 0..1; null when the proxy gives it nothing to follow. */
export interface LinkShape {
  column: Float64Array;
  exponent: number;
  /** 1 / (the range of u^g that the column was stretched from). */
  stretch: number;
}

/** A candidate place after which the intent no longer follows. */
export interface Candidate {
  /** Index of the evaluation. */
  tau: number;
  /** One link per exponent. */
  links: (LinkShape | null)[];
  /** Ways to fall, each at most 1. */
  falls: Float64Array[];
  /** 0..1: whether the proxy rose enough afterwards for "nothing came of it" to mean something. */
  eligible: number;
}

/** Aligned: one link for the whole run, at each lag and exponent. */
export function alignedShapes(t: Float64Array, path: ProxyPath): (LinkShape | null)[] {
  return lags.flatMap((lag) => {
    const late = lag === 0 ? path.u : t.map((time) => interpolate(t, path.u, time - lag));
    return linkExponents.map((exponent) => stretched(late, exponent));
  });
}

/** Up to 24 evaluations from the first to the second but last, evenly. */
export function candidatePlaces(count: number): number[] {
  const last = Math.max(0, count - 3);
  const wanted = Math.min(24, last + 1);
  const places = Array.from({ length: wanted }, (_, j) => Math.round((j * last) / Math.max(1, wanted - 1)));
  return [...new Set(places)];
}

export function candidateAt(tau: number, t: Float64Array, path: ProxyPath): Candidate {
  const { u } = path;
  const there = u[tau]!;
  const held = u.map((value, k) => (k <= tau ? value : Math.min(value, there)));
  let later = 0;
  for (let k = tau + 1; k < u.length; k++) later = Math.max(later, u[k]! - there);
  return {
    tau,
    links: linkExponents.map((exponent) => (tau === 0 ? null : stretched(held, exponent))),
    falls: fallShapes(tau, t, u, later),
    eligible: clamp((later - 0.15) / 0.1, 0, 1),
  };
}

function stretched(u: Float64Array, exponent: number): LinkShape | null {
  const column = u.map((value) => value ** exponent);
  let low = Infinity;
  let high = -Infinity;
  for (const value of column) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!(high - low > 1e-6)) return null;
  return { column: column.map((value) => (value - low) / (high - low)), exponent, stretch: 1 / (high - low) };
}

/**
 * Ramp, step, quadratic, and along with the proxy's further rise. A fall together with the proxy is no reversal:
 * where the proxy lies below its place at tau, the shape fades out.
 */
function fallShapes(tau: number, t: Float64Array, u: Float64Array, later: number): Float64Array[] {
  const there = u[tau]!;
  const left = t[t.length - 1]! - t[tau]!;
  const shape = (of: (since: number, k: number) => number) =>
    t.map((time, k) => (k <= tau ? 0 : of(time - t[tau]!, k) * clamp((u[k]! - there + 0.2) / 0.1, 0, 1)));
  const shapes = [
    shape((since) => since / left),
    shape((since) => Math.min(1, since / 0.08)),
    shape((since) => (since / left) ** 2),
  ];
  if (later > 0.1) shapes.push(shape((_, k) => Math.max(0, u[k]! - there) / later));
  return shapes.filter((fall) => fall.some((value) => value > 0.05));
}

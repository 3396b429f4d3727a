import { clamp } from '../numeric/logistic.js';
import { firstAtLeast } from '../numeric/local-linear.js';
import type { ProxyPath } from './proxy-paths.js';

/** An intent that grows with the distance d from the start and turns: one column for the whole run. */
export interface OveroptimisedShape {
  column: Float64Array;
  /** Indices of the evaluations where it stops following and where it is best. */
  onset: number;
  turn: number;
  /** Rise of the column per u up to the onset. */
  stretch: number;
  /** 0..1: less where the proxy falls back as well. */
  eligible: number;
}

/** Where the gain is best, in d; later ones would lose less than a fifth of it by the end. */
const reinforced = [0.2, 0.27, 0.34, 0.42, 0.5, 0.58];
const bestOfN = [0.25, 0.34, 0.43, 0.52, 0.6, 0.68];

/**
 * The laws of Gao, Schulman & Hilton 2022, d (a - b log d) and d (a - b d), with d growing evenly or as a root along
 * the run (KL = d² quadratic or linear in the axis). Their local slope is a quarter of the slope so far at
 * exp(-1/3) and 6/7 of the way to the best.
 */
export function overoptimisedShapes(t: Float64Array, path: ProxyPath): OveroptimisedShape[] {
  return [(time: number) => Math.sqrt(time), (time: number) => time].flatMap((distance) => [
    ...reinforced.map((peak) =>
      shapeOf(
        t,
        path,
        (time) => gain(distance(time) / peak),
        (share) => distance(share) / peak,
        Math.exp(-1 / 3),
      ),
    ),
    ...bestOfN.map((peak) =>
      shapeOf(
        t,
        path,
        (time) => quadratic(distance(time) / peak),
        (share) => distance(share) / peak,
        6 / 7,
      ),
    ),
  ]);
}

const gain = (d: number) => (d <= 0 ? 0 : d * (1 - Math.log(d)));
const quadratic = (d: number) => d * (2 - d);

function shapeOf(
  t: Float64Array,
  { u }: ProxyPath,
  intent: (time: number) => number,
  progress: (time: number) => number,
  stops: number,
): OveroptimisedShape {
  const raw = t.map(intent);
  let low = Infinity;
  let high = -Infinity;
  for (const value of raw) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const column = raw.map((value) => (value - low) / (high - low));
  const along = t.map(progress);
  const onset = Math.max(1, firstAtLeast(along, stops) - 1);
  const turn = Math.max(1, firstAtLeast(along, 1) - 1);
  let least = Infinity;
  for (let k = turn; k < u.length; k++) least = Math.min(least, u[k]!);
  const climb = u[onset]! - u[0]!;
  return {
    column,
    onset,
    turn,
    stretch: climb > 0.05 ? (column[onset]! - column[0]!) / climb : 0,
    eligible: clamp((least - u[turn]! + 0.2) / 0.1, 0, 1),
  };
}

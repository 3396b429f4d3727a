import { tiltedNormal } from '../numeric/tilted-normal.js';

/**
 * How the intent may leave its relation to the proxy: each shape is what the intent loses at full size one, its size
 * ~ N(mean, sd²) and positive. `share` is how likely the shape is before the data.
 */
export interface FaultShape {
  name: 'step' | 'ramp' | 'hollow' | 'hollow_now' | 'hollow_ramp';
  mean: number;
  sd: number;
  share: number;
}

export const faultShapes: readonly FaultShape[] = [
  { name: 'step', mean: 0, sd: 1.1, share: 0.19 },
  { name: 'ramp', mean: 0, sd: 3.43, share: 0.86 },
  { name: 'hollow', mean: 0.56, sd: 0.41, share: 0.29 },
  { name: 'hollow_now', mean: 0.54, sd: 0.42, share: 0.19 },
  { name: 'hollow_ramp', mean: 1, sd: 0.5, share: 0.3 },
];

/** Per shape: precision before the data, mean times precision, and the factor its evidence starts from. */
export const shapePriors = faultShapes.map(({ mean, sd, share }) => ({
  precision: 1 / sd ** 2,
  pull: mean / sd ** 2,
  start: share / (sd * tiltedNormal(mean / sd)),
}));

/**
 * The evidence is best gathered with the narrow priors above; they pull the size of a large fault down, so that for the
 * size alone they are taken back for wider ones. Precision and pull to be added.
 */
const widerSizes = [
  { mean: 0, sd: 2.2 },
  { mean: 0, sd: 5 },
  { mean: 0.7, sd: 0.7 },
  { mean: 0.7, sd: 0.7 },
  { mean: 1, sd: 0.9 },
];
export const sizePriors = widerSizes.map(({ mean, sd }, s) => ({
  precision: 1 / sd ** 2 - shapePriors[s]!.precision,
  pull: mean / sd ** 2 - shapePriors[s]!.pull,
}));

/**
 * What each shape takes from the intent now, into `into`: `rise` and `riseNow` are what the proxy gained since the
 * onset in all and lately, in reference SDs; `weeks` have passed since then.
 */
export function shapesNow(
  slope: number,
  rise: number,
  riseNow: number,
  weeks: number,
  into: Float64Array,
): void {
  const ramp = Math.min(2, weeks / 12);
  into[0] = -1;
  into[1] = -ramp;
  into[2] = -slope * rise;
  into[3] = -slope * riseNow;
  into[4] = -slope * riseNow - ramp / 2;
}

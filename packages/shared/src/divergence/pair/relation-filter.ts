import { clamp } from '../numeric/logistic.js';

/**
 * A Kalman filter of the intent on the proxy: z = a + bShort u + bSlow w + r + e. Level and slopes wander, r is
 * autoregressive, all variances count in units of one noise scale that is learned on the way. It lives in one
 * Float64Array so that it can be stored as it is.
 */
export const slot = {
  lag: 0,
  phi: 1,
  wave: 2,
  logWeight: 3,
  squares: 4,
  freedom: 5,
  /** a, bShort, bSlow, r */
  mean: 6,
  /** 4 x 4 */
  covariance: 10,
  /** Of the last audit: innovation, its variance in noise scales, the gain, phi over the gap. */
  innovation: 26,
  variance: 27,
  gain: 28,
  decay: 32,
  size: 33,
} as const;

/** Two kinds of slow misfit: correlation over a week, variance in noise scales. */
export const waves = [
  { phi: 0.6, variance: 0.15 },
  { phi: 0.9, variance: 0.3 },
] as const;

const wander = 0.0002;
const auditNoise = 0.481;
const widestInnovation = 3.9;
const forgetting = 0.995;
const shortSlope = { mean: 0.7, sd: 0.3 };
const slowSlope = { mean: 1.1, sd: 0.25 };

export function newFilter(lag: number, wave: (typeof waves)[number], prior: number): Float64Array {
  const filter = new Float64Array(slot.size);
  filter[slot.lag] = lag;
  filter[slot.phi] = wave.phi;
  filter[slot.wave] = wave.variance;
  filter[slot.logWeight] = Math.log(prior);
  filter[slot.squares] = 10;
  filter[slot.freedom] = 10;
  filter[slot.mean + 1] = shortSlope.mean;
  filter[slot.mean + 2] = slowSlope.mean;
  const at = slot.covariance;
  filter[at] = 4;
  filter[at + 5] = shortSlope.sd ** 2;
  filter[at + 10] = slowSlope.sd ** 2;
  filter[at + 6] = filter[at + 9] = 0.4 * shortSlope.sd * slowSlope.sd;
  filter[at + 15] = wave.variance;
  return filter;
}

/**
 * One audit: `weeks` since the one before, the regressors and the intent on the reference scale, and n0/n. Leaves
 * innovation, variance, gain and decay in the filter for what is passed through it beside the data.
 */
export function passAudit(
  filter: Float64Array,
  weeks: number,
  u: number,
  w: number,
  z: number,
  noise: number,
): void {
  const decay = filter[slot.phi]! ** weeks;
  filter[slot.decay] = decay;
  const P = slot.covariance;
  const drift = wander * weeks;
  filter[P]! += drift;
  filter[P + 5]! += drift;
  filter[P + 10]! += drift;
  for (let i = 0; i < 3; i++) filter[P + 4 * i + 3] = filter[P + 12 + i] = filter[P + 12 + i]! * decay;
  filter[P + 15] = filter[P + 15]! * decay * decay + filter[slot.wave]! * (1 - decay * decay);
  filter[slot.mean + 3]! *= decay;
  correct(filter, u, w, z, noise);
}

function correct(filter: Float64Array, u: number, w: number, z: number, noise: number): void {
  const P = slot.covariance;
  const gain = slot.gain;
  let variance = auditNoise * noise;
  for (let i = 0; i < 4; i++) {
    const row = P + 4 * i;
    const sum = filter[row]! + u * filter[row + 1]! + w * filter[row + 2]! + filter[row + 3]!;
    filter[gain + i] = sum;
    variance += sum * (i === 1 ? u : i === 2 ? w : 1);
  }
  const mean = slot.mean;
  const expected = filter[mean]! + u * filter[mean + 1]! + w * filter[mean + 2]! + filter[mean + 3]!;
  const scale = filter[slot.squares]! / filter[slot.freedom]!;
  const reach = widestInnovation * Math.sqrt(variance * scale);
  const innovation = clamp(z - expected, -reach, reach);
  learnWeight(filter, innovation * innovation, variance, scale);
  for (let i = 0; i < 4; i++) {
    const share = filter[gain + i]!;
    for (let j = 0; j < 4; j++) filter[P + 4 * i + j]! -= (share * filter[gain + j]!) / variance;
  }
  for (let i = 0; i < 4; i++) {
    filter[gain + i]! /= variance;
    filter[mean + i]! += filter[gain + i]! * innovation;
  }
  filter[slot.innovation] = innovation;
  filter[slot.variance] = variance * scale;
}

/** Student-t predictive likelihood into the filter's weight, then the noise scale. */
function learnWeight(filter: Float64Array, square: number, variance: number, scale: number): void {
  const freedom = filter[slot.freedom]!;
  const fit =
    -0.5 * (freedom + 1) * Math.log1p(square / (freedom * variance * scale)) -
    0.5 * Math.log(variance * scale);
  filter[slot.logWeight]! += fit;
  filter[slot.squares] = forgetting * filter[slot.squares]! + square / variance;
  filter[slot.freedom] = forgetting * freedom + 1;
}

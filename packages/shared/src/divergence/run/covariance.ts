import type { IntentNoise } from './intent-noise.js';
import type { PreparedRun } from './prepare-run.js';
import type { ProxyPath } from './proxy-paths.js';

/** Factors on the sampling variance: the stated n may flatter, or the scatter may. */
export const noiseFactors = [0.7, 1.05, 1.6, 2.5, 4.2] as const;
/** Size of the slow misfit of the link, in effects. */
export const misfits = [0, 0.12] as const;

/** log prior of a noise factor; narrower where the binomial is to be believed. */
export function logNoisePrior(factor: number, known: boolean): number {
  const distance = known ? (Math.log(factor) - 0.3) / 0.35 : Math.log(factor) / 0.5;
  return -0.5 * distance * distance;
}

/**
 * What no hypothesis explains, without the evaluations' own variance, K x K: an unknown level, the warm-up of the
 * proxy, noise shared by the batch, a setback of the proxy. Shared by all hypotheses: that keeps false alarms down.
 */
export function nuisanceCovariance(run: PreparedRun, noise: IntentNoise, path: ProxyPath): Float64Array {
  const size = run.t.length;
  const warmUp = run.t.map((time) => 0.4 * noise.effect * Math.exp(-time / 0.04));
  const batch = path.batch.map((value) => 0.4 * noise.sd * value);
  const setback = path.drawdown.some((value) => value > 0.25) ? 0.6 * noise.effect : 0;
  const drawdown = path.drawdown.map((value) => setback * value);
  const level = 100 * noise.effect ** 2;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      matrix[i * size + j] =
        level + warmUp[i]! * warmUp[j]! + batch[i]! * batch[j]! + drawdown[i]! * drawdown[j]!;
    }
  }
  return matrix;
}

/** The lower triangle of the whole covariance for one noise factor and one misfit. */
export function covariance(
  nuisance: Float64Array,
  run: PreparedRun,
  noise: IntentNoise,
  factor: number,
  misfit: number,
): Float64Array {
  const size = run.t.length;
  const matrix = Float64Array.from(nuisance);
  const scale = (misfit * noise.effect) ** 2;
  for (let i = 0; i < size; i++) {
    matrix[i * size + i] = matrix[i * size + i]! + factor * noise.variance[i]!;
    if (scale === 0) continue;
    for (let j = 0; j <= i; j++) {
      matrix[i * size + j] =
        matrix[i * size + j]! + scale * Math.exp(-Math.abs(run.t[i]! - run.t[j]!) / 0.08);
    }
  }
  return matrix;
}

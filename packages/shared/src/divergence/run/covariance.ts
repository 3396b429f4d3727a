import type { IntentNoise } from './intent-noise.js';
import type { PreparedRun } from './prepare-run.js';
import type { ProxyPath } from './proxy-paths.js';

/** Factors on the sampling variance: the stated n may flatter, or the scatter may. */
export const noiseFactors = [0.8, 1.3, 2.1, 3.6] as const;

/** Slow misfits of the link: SD in effects, length in shares of the run, weight among them. */
export const misfits = [
  { size: 0, length: 1, weight: 1 },
  { size: 0.1, length: 0.08, weight: 0.6 },
  { size: 0.14, length: 0.3, weight: 0.6 },
] as const;

/** log prior of a noise factor; narrower where the binomial is to be believed. */
export function logNoisePrior(factor: number, known: boolean): number {
  const distance = known ? (Math.log(factor) - 0.3) / 0.35 : Math.log(factor) / 0.5;
  return -0.5 * distance * distance;
}

/**
 * What no hypothesis explains besides noise and misfit, as columns scaled by their prior SD: an unknown level, the
 * warm-up of the proxy, noise shared by the batch, a setback of the proxy. All hypotheses share them: that keeps false
 * alarms down.
 */
export function nuisanceColumns(run: PreparedRun, noise: IntentNoise, path: ProxyPath): Float64Array[] {
  const { effect, sd } = noise;
  const columns = [
    new Float64Array(run.t.length).fill(10 * effect),
    run.t.map((time) => 0.4 * effect * Math.exp(-time / 0.04)),
    path.batch.map((value) => 0.4 * sd * value),
  ];
  if (path.drawdown.some((value) => value > 0.25)) {
    columns.push(path.drawdown.map((value) => 0.6 * effect * value));
  }
  return columns;
}

import { clamp } from '../numeric/logistic.js';
import { localLinear } from '../numeric/local-linear.js';
import { robustSd, runningMedian } from '../numeric/quantile.js';
import { spread } from './intent-noise.js';
import type { PreparedRun } from './prepare-run.js';

/** The proxy as the hypotheses see it, at the K evaluations. */
export interface ProxyPath {
  /** Smoothed, on the working scale. */
  level: Float64Array;
  /** The same in 0..1, lowest to highest. */
  u: Float64Array;
  /** How far the proxy stands below its best so far, in the same 0..1. */
  drawdown: Float64Array;
  /** The proxy of the evaluated batch less its smooth, in its own SDs: noise that the intent may share. */
  batch: Float64Array;
  residualSd: number;
}

/** Two smooths, a quick one and a calm one; the evidence is summed over both. */
export function proxyPaths(run: PreparedRun): [ProxyPath, ProxyPath] {
  const count = run.t.length;
  const dense = run.proxy.length > 2.5 * count;
  const calm = clipped(run.proxy);
  const path = (halfWidth: number) => pathOf(run, localLinear(run.proxyTimes, calm, run.t, halfWidth));
  return [path((dense ? 0.9 : 1.9) / count), path(Math.max(4 / count, 0.11))];
}

/** Spikes are cut at four robust SDs from the running median; two neighbours that agree are no spike. */
function clipped(proxy: Float64Array): Float64Array {
  const middle = runningMedian(proxy, 7);
  const sd = robustSd(proxy.map((value, i) => value - middle[i]!));
  const side = proxy.map((value, i) =>
    Math.abs(value - middle[i]!) > 4 * sd ? Math.sign(value - middle[i]!) : 0,
  );
  return proxy.map((value, i) => {
    const alone = side[i] !== side[i - 1] && side[i] !== side[i + 1];
    return alone ? clamp(value, middle[i]! - 4 * sd, middle[i]! + 4 * sd) : value;
  });
}

function pathOf(run: PreparedRun, level: Float64Array): ProxyPath {
  const range = spread(level);
  const low = level.reduce((least, value) => Math.min(least, value), Infinity);
  const u = level.map((value) => (range > 0 ? (value - low) / range : 0));
  let best = -Infinity;
  const drawdown = u.map((value) => (best = Math.max(best, value)) - value);
  const residual = run.proxyAt.map((value, k) => (Number.isNaN(value) ? 0 : value - level[k]!));
  const residualSd = robustSd(residual);
  const tiny = 1e-9 * range;
  const batch = residual.map((value) => (residualSd > tiny ? clamp(value / residualSd, -3, 3) : 0));
  return { level, u, drawdown, batch, residualSd };
}

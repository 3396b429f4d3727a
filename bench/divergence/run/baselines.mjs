import { localLinear } from '@plumbline/shared/divergence/numeric/local-linear';
import { prepareRun } from '@plumbline/shared/divergence/run/prepare-run';
import { intentNoise } from '@plumbline/shared/divergence/run/intent-noise';

// Each: a run's input in, a score out; the larger, the more it looks diverged.

function seen(input) {
  const run = prepareRun(input);
  const halfWidth = Math.max(3 / run.t.length, 0.1);
  const proxy = localLinear(run.proxyTimes, run.proxy, run.t, halfWidth);
  return { run, proxy, halfWidth, sd: intentNoise(run, input.intent).sd };
}

/** Drop of the smoothed intent from its best, in standard errors; nothing if the proxy fell too. */
function argmaxDrop(input) {
  const { run, proxy, halfWidth, sd } = seen(input);
  const level = localLinear(run.t, run.z, run.t, halfWidth);
  const best = level.indexOf(level.reduce((high, value) => Math.max(high, value)));
  if (proxy.at(-1) < proxy[best]) return 0;
  return (level[best] - level.at(-1)) / (sd * Math.sqrt(2 / (2 * halfWidth * run.t.length)));
}

/** Slope of the intent on the proxy: the first half's less the second half's, in standard errors. */
function slopes(input) {
  const { run, proxy } = seen(input);
  const half = run.t.length >> 1;
  const early = line(proxy.slice(0, half), run.z.slice(0, half));
  const late = line(proxy.slice(half), run.z.slice(half));
  const score = (early.slope - late.slope) / Math.hypot(early.se, late.se);
  return Number.isFinite(score) ? score : 0;
}

/** The correlation of proxy and intent in the last third, turned round. */
function rollingCorrelation(input) {
  const { run, proxy } = seen(input);
  const from = Math.floor((2 * run.t.length) / 3);
  const { correlation } = line(proxy.slice(from), run.z.slice(from));
  return Number.isFinite(correlation) ? -correlation : 0;
}

/** What a second line after the best break gains in BIC, if it is flatter than the first. */
function segmentation(input) {
  const { run, proxy } = seen(input);
  const count = run.t.length;
  const whole = line(proxy, run.z);
  let best = 0;
  for (let k = 4; k <= count - 4; k++) {
    const first = line(proxy.slice(0, k), run.z.slice(0, k));
    const second = line(proxy.slice(k), run.z.slice(k));
    if (!(second.slope < 0.5 * first.slope)) continue;
    const gain = count * Math.log(whole.squares / (first.squares + second.squares)) - 3 * Math.log(count);
    if (gain > best) best = gain;
  }
  return best;
}

function line(x, y) {
  const count = x.length;
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / count;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, xy, yy] = [0, 0, 0];
  for (let k = 0; k < count; k++) {
    xx += (x[k] - mx) ** 2;
    xy += (x[k] - mx) * (y[k] - my);
    yy += (y[k] - my) ** 2;
  }
  const slope = xy / xx;
  const squares = Math.max(yy - slope * xy, 1e-12 * yy);
  return { slope, squares, se: Math.sqrt(squares / (count - 2) / xx), correlation: xy / Math.sqrt(xx * yy) };
}

export const baselines = {
  'argmax of the smoothed intent, drop in SE': argmaxDrop,
  'early against late slope': slopes,
  'rolling correlation': rollingCorrelation,
  'segmentation by BIC': segmentation,
};

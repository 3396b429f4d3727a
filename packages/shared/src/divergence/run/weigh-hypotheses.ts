import { logNoisePrior, misfits, noiseFactors, nuisanceColumns } from './covariance.js';
import { fitFall, fitOne, fitTwo, noColumn } from './evidence.js';
import { sizePriors, type SizePriors } from './hypothesis-priors.js';
import type { IntentNoise } from './intent-noise.js';
import { planHypotheses, type HypothesisPlan } from './plan-hypotheses.js';
import type { PreparedRun } from './prepare-run.js';
import type { ProxyPath } from './proxy-paths.js';
import type { WeighedHypothesis } from './weighed-hypotheses.js';
import { whitening } from './whiten.js';
import { WhitenedColumns } from './whitened-columns.js';

/**
 * Every hypothesis with its marginal likelihood: the intent is Gaussian around a link of the proxy, and all
 * nuisance is integrated out on a grid of two proxy paths, noise factors and misfits.
 */
export function weighHypotheses(
  run: PreparedRun,
  noise: IntentNoise,
  paths: readonly ProxyPath[],
  proportion: boolean,
): WeighedHypothesis[] {
  const sizes = sizePriors(noise, paths[1]!, proportion);
  return paths.flatMap((path, index) => {
    const plan = planHypotheses(run, path, index, sizes);
    const columns = new WhitenedColumns(plan.columns, nuisanceColumns(run, noise, path));
    for (const factor of noiseFactors) {
      const variance = noise.variance.map((value) => value * factor);
      for (const misfit of misfits) {
        const by = whitening(run.t, variance, (misfit.size * noise.effect) ** 2, misfit.length);
        const logDeterminant = columns.under(by);
        const prior = logNoisePrior(factor, run.knownNoise) + Math.log(misfit.weight);
        addFits(plan, columns, prior - 0.5 * (logDeterminant + columns.dot(0, 0)), sizes);
      }
    }
    return plan.entries.flatMap(({ kind, tau, turn, path: seen, exponent, mixture }) => {
      const summary = mixture.summary();
      if (summary === null) return [];
      const { logWeight, change, changeVariance, slope } = summary;
      return [{ kind, tau, turn, path: seen, exponent, logWeight, change, changeVariance, slope }];
    });
  });
}

/** `base` is the log evidence of no column at all under this covariance, with the covariance's prior. */
function addFits(plan: HypothesisPlan, columns: WhitenedColumns, base: number, sizes: SizePriors): void {
  const squares = new Float64Array(plan.columns.length);
  const products = new Float64Array(plan.columns.length);
  for (let c = 0; c < squares.length; c++) {
    squares[c] = columns.dot(c, c);
    products[c] = columns.dot(c, 0);
  }
  for (const { column, weightPrior, logPrior, moved, stretch, mixture } of plan.singles) {
    const fit = column < 0 ? noColumn : fitOne(squares[column]!, products[column]!, weightPrior);
    mixture.add(base + logPrior + fit.logGain, fit, moved, 0, stretch);
  }
  for (const { column, fall, weightPrior, logPrior, moved, end, stretch, mixture } of plan.pairs) {
    const fit =
      column < 0
        ? fitFall(squares[fall]!, products[fall]!, sizes.fall)
        : fitTwo(
            [squares[column]!, squares[fall]!],
            columns.dot(column, fall),
            [products[column]!, products[fall]!],
            weightPrior,
            sizes.fall,
          );
    mixture.add(base + logPrior + fit.logGain, fit, moved, end, stretch);
  }
}

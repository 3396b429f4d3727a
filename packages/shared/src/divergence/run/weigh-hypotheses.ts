import { factorise, forwardSolve } from '../numeric/cholesky.js';
import { clamp } from '../numeric/logistic.js';
import { median } from '../numeric/quantile.js';
import { covariance, logNoisePrior, misfits, noiseFactors, nuisanceCovariance } from './covariance.js';
import { fitFall, fitOne, fitTwo, noColumn, type Fit } from './evidence.js';
import { alignedShapes, candidateAt, candidatePlaces, type LinkShape } from './hypothesis-shapes.js';
import { spread, type IntentNoise } from './intent-noise.js';
import type { PreparedRun } from './prepare-run.js';
import type { ProxyPath } from './proxy-paths.js';
import { changeOf, type WeighedHypothesis } from './weighed-hypotheses.js';
import { WhitenedColumns } from './whitened-columns.js';

/** Before the data: half of the runs are aligned. */
const classPriors = { aligned: 0.5, decoupled: 0.22, reversed: 0.28 };

/** In effects. The definition asks for a fifth of the earlier gain; the effect is a range, noise included. */
const leastFall = 0.15;

/**
 * Every hypothesis with its marginal likelihood: the intent is Gaussian around a link of the proxy, and all
 * nuisance is integrated out on a grid of two proxy paths, five noise factors and two misfits.
 */
export function weighHypotheses(
  run: PreparedRun,
  noise: IntentNoise,
  paths: readonly ProxyPath[],
  proportion: boolean,
): WeighedHypothesis[] {
  const calm = paths[1]!;
  const moved = spread(calm.level) / Math.max(calm.residualSd, Number.MIN_VALUE);
  const alignedPrior = 1.5 * (proportion && moved > 4 ? Math.max(noise.effect, 0.8) : noise.effect);
  const climbed = clamp((moved - 2.5) / 1.5, 0, 1);
  const found: WeighedHypothesis[] = [];
  paths.forEach((path, index) => {
    const plan = planOf(run, path, climbed);
    const nuisance = nuisanceCovariance(run, noise, path);
    for (const factor of noiseFactors) {
      for (const misfit of misfits) {
        const matrix = covariance(nuisance, run, noise, factor, misfit);
        const size = run.t.length;
        const logDeterminant = factorise(matrix, size);
        const sides = plan.sides.slice();
        forwardSolve(matrix, size, sides, plan.count);
        const columns = new WhitenedColumns(sides, size, plan.count);
        const fit = logNoisePrior(factor, run.knownNoise) - 0.5 * (logDeterminant + columns.square(0));
        weighPlan(plan, columns, index, fit, alignedPrior, noise.effect, found);
      }
    }
  });
  return found;
}

/** Column numbers of one hypothesis class; column 0 is the intent itself. */
interface Plan {
  sides: Float64Array;
  count: number;
  aligned: { column: number; link: LinkShape | null }[];
  candidates: {
    tau: number;
    eligible: number;
    links: { column: number; link: LinkShape | null }[];
    falls: { column: number; end: number }[];
  }[];
}

/** `climbed` is 0 where the proxy is noise alone: then nothing can have come of no rise. */
function planOf(run: PreparedRun, path: ProxyPath, climbed: number): Plan {
  const middle = median(run.z);
  const columns: Float64Array[] = [run.z.map((value) => value - middle)];
  const add = (column: Float64Array) => columns.push(column) - 1;
  const addLink = (link: LinkShape | null) => ({ column: link ? add(link.column) : -1, link });
  const aligned = alignedShapes(run.t, path).map(addLink);
  const candidates = candidatePlaces(run.t.length).map((tau) => {
    const candidate = candidateAt(tau, run.t, path);
    const falls = candidate.falls.map((fall) => ({ column: add(fall), end: fall.at(-1)! }));
    return { tau, eligible: climbed * candidate.eligible, links: candidate.links.map(addLink), falls };
  });
  const size = run.t.length;
  const sides = new Float64Array(size * columns.length);
  columns.forEach((column, c) => column.forEach((value, k) => (sides[k * columns.length + c] = value)));
  return { sides, count: columns.length, aligned, candidates };
}

function weighPlan(
  plan: Plan,
  columns: WhitenedColumns,
  path: number,
  base: number,
  alignedPrior: number,
  effect: number,
  found: WeighedHypothesis[],
): void {
  const add = (
    kind: WeighedHypothesis['kind'],
    tau: number,
    link: LinkShape | null,
    fit: Fit,
    prior: number,
    fall: number,
  ) => {
    const from = Math.max(tau, 0);
    const moved = link ? link.column.at(-1)! - link.column[from]! : 0;
    const logWeight = base + fit.logGain + Math.log(prior);
    const slope = fit.link * (link?.stretch ?? 0);
    const { change, changeVariance } = changeOf(fit, moved, fall);
    const exponent = link?.exponent ?? 1;
    found.push({ kind, tau, path, exponent, logWeight, change, changeVariance, slope });
  };
  const fallPrior = { sd: effect, least: leastFall * effect };
  for (const { column, link } of plan.aligned) {
    const fit = link ? fitOne(columns.square(column), columns.dot(column, 0), alignedPrior) : noColumn;
    add('aligned', -1, link, fit, classPriors.aligned / plan.aligned.length, 0);
  }
  for (const { tau, eligible, links, falls } of plan.candidates) {
    const share = 1 / plan.candidates.length / links.length;
    for (const { column, link } of links) {
      const square = link ? columns.square(column) : 0;
      const product = link ? columns.dot(column, 0) : 0;
      if (eligible > 0) {
        const fit = link ? fitOne(square, product, 1.5 * effect) : noColumn;
        add('decoupled', tau, link, fit, classPriors.decoupled * share * eligible, 0);
      }
      for (const fall of falls) {
        const fallSquare = columns.square(fall.column);
        const fallProduct = columns.dot(fall.column, 0);
        const fit = link
          ? fitTwo(
              [square, fallSquare],
              columns.dot(column, fall.column),
              [product, fallProduct],
              1.5 * effect,
              fallPrior,
            )
          : fitFall(fallSquare, fallProduct, fallPrior);
        add('reversed', tau, link, fit, (classPriors.reversed * share) / falls.length, fall.end);
      }
    }
  }
}

import { factorise, forwardSolve } from '../numeric/cholesky.js';
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
  const moved = spread(paths[1]!.level) > 4 * paths[1]!.residualSd;
  const alignedPrior = 1.5 * (proportion && moved ? Math.max(noise.effect, 0.8) : noise.effect);
  const found: WeighedHypothesis[] = [];
  paths.forEach((path, index) => {
    const plan = planOf(run, path);
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

function planOf(run: PreparedRun, path: ProxyPath): Plan {
  const middle = median(run.z);
  const columns: Float64Array[] = [run.z.map((value) => value - middle)];
  const add = (column: Float64Array) => columns.push(column) - 1;
  const addLink = (link: LinkShape | null) => ({ column: link ? add(link.column) : -1, link });
  const aligned = alignedShapes(run.t, path).map(addLink);
  const candidates = candidatePlaces(run.t.length).map((tau) => {
    const candidate = candidateAt(tau, run.t, path);
    const falls = candidate.falls.map((fall) => ({ column: add(fall), end: fall.at(-1)! }));
    return { tau, eligible: candidate.eligible, links: candidate.links.map(addLink), falls };
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
    found.push({
      kind,
      tau,
      path,
      exponent: link?.exponent ?? 1,
      logWeight,
      slope,
      ...changeOf(fit, moved, fall),
    });
  };
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
              [1.5 * effect, effect],
            )
          : fitFall(fallSquare, fallProduct, effect);
        add('reversed', tau, link, fit, (classPriors.reversed * share) / falls.length, fall.end);
      }
    }
  }
}

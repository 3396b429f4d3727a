import { clamp } from '../numeric/logistic.js';
import { median } from '../numeric/quantile.js';
import { logNoisePrior, misfits, noiseFactors, nuisanceColumns } from './covariance.js';
import { fitFall, fitOne, fitTwo, noColumn, type Fit } from './evidence.js';
import { alignedShapes, candidateAt, candidatePlaces, type LinkShape } from './hypothesis-shapes.js';
import { spread, type IntentNoise } from './intent-noise.js';
import { Mixture } from './mixture.js';
import type { PreparedRun } from './prepare-run.js';
import type { ProxyPath } from './proxy-paths.js';
import type { RunClass, WeighedHypothesis } from './weighed-hypotheses.js';
import { whitening } from './whiten.js';
import { WhitenedColumns } from './whitened-columns.js';

/** Before the data: half of the runs are aligned. */
const classPriors = { aligned: 0.5, decoupled: 0.22, reversed: 0.28 };

/** In effects. The definition asks for a fifth of the earlier gain; the effect is a range, noise included. */
const leastFall = 0.15;

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
  const calm = paths[1]!;
  const moved = spread(calm.level) / Math.max(calm.residualSd, Number.MIN_VALUE);
  const alignedPrior = 1.5 * (proportion && moved > 4 ? Math.max(noise.effect, 0.8) : noise.effect);
  const climbed = clamp((moved - 2.5) / 1.5, 0, 1);
  return paths.flatMap((path, index) => {
    const plan = planOf(run, path, index, climbed);
    const nuisance = nuisanceColumns(run, noise, path);
    for (const factor of noiseFactors) {
      const variance = noise.variance.map((value) => value * factor);
      for (const misfit of misfits) {
        const by = whitening(run.t, variance, (misfit.size * noise.effect) ** 2, misfit.length);
        const columns = new WhitenedColumns(plan.columns, nuisance, by);
        const fit =
          logNoisePrior(factor, run.knownNoise) - 0.5 * (columns.logDeterminant + columns.square(0));
        weighPlan(plan, columns, fit, alignedPrior, noise.effect);
      }
    }
    return plan.entries.flatMap(({ mixture, ...entry }) => {
      const summary = mixture.summary();
      return summary ? [{ ...entry, ...summary }] : [];
    });
  });
}

/** A hypothesis of one path while its nuisance is being summed out. */
type Entry = Pick<WeighedHypothesis, 'kind' | 'tau' | 'path' | 'exponent'> & { mixture: Mixture };

interface PlannedLink {
  column: number;
  stretch: number;
  /** How far the column moves from the place where the change is counted to the end. */
  moved: number;
  decoupled: Mixture;
  reversed: Mixture;
}

/** Column numbers of the hypotheses; column 0 is the intent itself. */
interface Plan {
  columns: Float64Array[];
  entries: Entry[];
  aligned: { column: number; stretch: number; moved: number; mixture: Mixture }[];
  candidates: { eligible: number; links: PlannedLink[]; falls: { column: number; end: number }[] }[];
}

/** `climbed` is 0 where the proxy is noise alone: then nothing can have come of no rise. */
function planOf(run: PreparedRun, path: ProxyPath, index: number, climbed: number): Plan {
  const middle = median(run.z);
  const columns: Float64Array[] = [run.z.map((value) => value - middle)];
  const entries: Entry[] = [];
  const add = (column: Float64Array) => columns.push(column) - 1;
  const entry = (kind: RunClass, tau: number, link: LinkShape | null) => {
    const mixture = new Mixture();
    entries.push({ kind, tau, path: index, exponent: link?.exponent ?? 1, mixture });
    return mixture;
  };
  const planned = (link: LinkShape | null, from: number) => ({
    column: link ? add(link.column) : -1,
    stretch: link?.stretch ?? 0,
    moved: link ? link.column.at(-1)! - link.column[from]! : 0,
  });
  const aligned = alignedShapes(run.t, path).map((link) => ({
    ...planned(link, 0),
    mixture: entry('aligned', -1, link),
  }));
  const candidates = candidatePlaces(run.t.length).map((tau) => {
    const candidate = candidateAt(tau, run.t, path);
    const falls = candidate.falls.map((fall) => ({ column: add(fall), end: fall.at(-1)! }));
    const links = candidate.links.map((link) => ({
      ...planned(link, tau),
      decoupled: entry('decoupled', tau, link),
      reversed: entry('reversed', tau, link),
    }));
    return { eligible: climbed * candidate.eligible, links, falls };
  });
  return { columns, entries, aligned, candidates };
}

function weighPlan(
  plan: Plan,
  columns: WhitenedColumns,
  base: number,
  alignedPrior: number,
  effect: number,
): void {
  const linkPrior = 1.5 * effect;
  const fallPrior = { sd: effect, least: leastFall * effect };
  const alignedShare = base + Math.log(classPriors.aligned / plan.aligned.length);
  for (const { column, moved, stretch, mixture } of plan.aligned) {
    const fit = column < 0 ? noColumn : fitOne(columns.square(column), columns.dot(column, 0), alignedPrior);
    mixture.add(alignedShare + fit.logGain, fit, moved, 0, stretch);
  }
  for (const { eligible, links, falls } of plan.candidates) {
    const share = base - Math.log(plan.candidates.length * links.length);
    const dropped = falls.map(({ column }) => ({
      square: columns.square(column),
      product: columns.dot(column, 0),
    }));
    for (const { column, moved, stretch, decoupled, reversed } of links) {
      const square = column < 0 ? 0 : columns.square(column);
      const product = column < 0 ? 0 : columns.dot(column, 0);
      if (eligible > 0) {
        const fit = column < 0 ? noColumn : fitOne(square, product, linkPrior);
        const prior = Math.log(classPriors.decoupled * eligible);
        decoupled.add(share + prior + fit.logGain, fit, moved, 0, stretch);
      }
      const prior = share + Math.log(classPriors.reversed / falls.length);
      for (let f = 0; f < falls.length; f++) {
        const fall = dropped[f]!;
        const fit: Fit =
          column < 0
            ? fitFall(fall.square, fall.product, fallPrior)
            : fitTwo(
                [square, fall.square],
                columns.dot(column, falls[f]!.column),
                [product, fall.product],
                linkPrior,
                fallPrior,
              );
        reversed.add(prior + fit.logGain, fit, moved, falls[f]!.end, stretch);
      }
    }
  }
}

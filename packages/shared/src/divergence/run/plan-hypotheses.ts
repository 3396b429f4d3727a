import { median } from '../numeric/quantile.js';
import { classPriors, curveShare, fromTheStart, type SizePriors } from './hypothesis-priors.js';
import { alignedShapes, candidateAt, candidatePlaces, type LinkShape } from './hypothesis-shapes.js';
import { Mixture } from './mixture.js';
import { overoptimisedShapes } from './overoptimised-shapes.js';
import type { PreparedRun } from './prepare-run.js';
import type { ProxyPath } from './proxy-paths.js';
import type { WeighedHypothesis } from './weighed-hypotheses.js';

/** A hypothesis of one path while its nuisance is being summed out. */
type Entry = Omit<WeighedHypothesis, 'logWeight' | 'change' | 'changeVariance' | 'slope'> & {
  mixture: Mixture;
};

/** One column, or none (-1): a link, a broken link, or a curve of over-optimisation. */
interface Single {
  column: number;
  /** Scale of the column's weight before the data. */
  weightPrior: number;
  logPrior: number;
  /** How far the column moves from the place where the change is counted to the end. */
  moved: number;
  /** Change of the column per u^exponent. */
  stretch: number;
  mixture: Mixture;
}

/** A link, or none (-1), that turns into a fall. */
interface Pair extends Single {
  fall: number;
  /** Where the fall's column ends, at most 1. */
  end: number;
}

/** Every hypothesis of one path by the numbers of its columns; column 0 is the intent itself. */
export interface HypothesisPlan {
  columns: Float64Array[];
  singles: Single[];
  pairs: Pair[];
  entries: Entry[];
}

/** `index` says which of the two paths `path` is. */
export function planHypotheses(
  run: PreparedRun,
  path: ProxyPath,
  index: number,
  sizes: SizePriors,
): HypothesisPlan {
  const middle = median(run.z);
  const columns: Float64Array[] = [run.z.map((value) => value - middle)];
  const plan: HypothesisPlan = { columns, singles: [], pairs: [], entries: [] };
  const add = (column: Float64Array) => columns.push(column) - 1;
  const entry = (kind: Entry['kind'], tau: number, turn: number, exponent: number) => {
    const mixture = new Mixture();
    plan.entries.push({ kind, tau, turn, path: index, exponent, mixture });
    return mixture;
  };
  const linkFrom = (link: LinkShape | null, from: number) => ({
    column: link ? add(link.column) : -1,
    moved: link ? link.column.at(-1)! - link.column[from]! : 0,
    stretch: link?.stretch ?? 0,
  });

  const aligned = alignedShapes(run.t, path);
  for (const link of aligned) {
    plan.singles.push({
      ...linkFrom(link, 0),
      weightPrior: sizes.alignedLink,
      logPrior: Math.log(classPriors.aligned / aligned.length),
      mixture: entry('aligned', -1, -1, link?.exponent ?? 1),
    });
  }

  const places = candidatePlaces(run.t.length);
  const reversedPrior = classPriors.reversed * sizes.climbed;
  const weightPrior = sizes.brokenLink;
  for (const tau of places) {
    const { links, falls, eligible } = candidateAt(tau, run.t, path);
    const part = (first: number) => (tau === 0 ? first : (1 - first) / (places.length - 1)) / links.length;
    const decoupledPrior = classPriors.decoupled * part(fromTheStart.decoupled) * sizes.climbed * eligible;
    const fallen = falls.map((column) => ({ fall: add(column), end: column.at(-1)! }));
    const fallPrior = (reversedPrior * (1 - curveShare) * part(fromTheStart.reversed)) / falls.length;
    for (const link of links) {
      const shape = { ...linkFrom(link, tau), weightPrior };
      const exponent = link?.exponent ?? 1;
      if (decoupledPrior > 0) {
        const logPrior = Math.log(decoupledPrior);
        plan.singles.push({ ...shape, logPrior, mixture: entry('decoupled', tau, tau, exponent) });
      }
      const logPrior = Math.log(fallPrior);
      const mixture = entry('reversed', tau, tau, exponent);
      for (const fall of fallen) plan.pairs.push({ ...shape, ...fall, logPrior, mixture });
    }
  }

  const placeOf = (k: number) => places.findLast((place) => place <= k)!;
  const curves = overoptimisedShapes(run.t, path);
  for (const { column, onset, turn, stretch, eligible } of curves) {
    if (eligible === 0) continue;
    plan.singles.push({
      column: add(column),
      moved: column.at(-1)! - column[turn]!,
      stretch,
      weightPrior,
      logPrior: Math.log((reversedPrior * curveShare * eligible) / curves.length),
      mixture: entry('reversed', placeOf(onset), placeOf(turn), 1),
    });
  }
  return plan;
}

import type { RunRow } from '@plumbline/shared/divergence/run/run-input';

/** The check is made for tens of evaluations and slows with their cube: beyond these, neighbours are averaged. */
export const mostEvaluations = 160;

/**
 * Averages neighbouring evaluations until there are few enough to be checked at once; values of the proxy without an
 * evaluation stay as they are.
 * @returns the rows, and into how many evaluations they were averaged: null when they were few anyway
 */
export function fewEvaluations(rows: readonly RunRow[]): {
  rows: readonly RunRow[];
  averagedTo: number | null;
} {
  const evaluated = rows.filter(({ i }) => i !== null).toSorted((a, b) => a.x - b.x);
  if (evaluated.length <= mostEvaluations) return { rows, averagedTo: null };
  const size = evaluated.length / mostEvaluations;
  const groups = Array.from({ length: mostEvaluations }, (_, at) =>
    evaluated.slice(Math.round(at * size), Math.round((at + 1) * size)),
  );
  return {
    rows: [...rows.filter(({ i }) => i === null), ...groups.map(averaged)],
    averagedTo: mostEvaluations,
  };
}

function averaged(group: readonly RunRow[]): RunRow {
  const sized = group.every(({ n }) => n !== null);
  const weight = ({ n }: RunRow) => (sized ? n! : 1);
  const total = group.reduce((sum, row) => sum + weight(row), 0);
  const proxies = group.flatMap(({ p }) => (p === null ? [] : [p]));
  return {
    x: mean(group.map(({ x }) => x)),
    p: proxies.length > 0 ? mean(proxies) : null,
    i: group.reduce((sum, row) => sum + weight(row) * row.i!, 0) / total,
    n: sized ? total : null,
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

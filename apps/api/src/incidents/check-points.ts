import type { NewLoggedCheck } from '@plumbline/shared/contract/check';
import type { NewObservation } from '@plumbline/shared/contract/observation';

/** Both ends of the axis. */
export function endsOf(rows: NewLoggedCheck['rows']): { from: number; to: number } {
  return rows.reduce((ends, { x }) => ({ from: Math.min(ends.from, x), to: Math.max(ends.to, x) }), {
    from: Infinity,
    to: -Infinity,
  });
}

/**
 * The rows of a check as observations of its two metrics. Steps that are no whole numbers, and the places of KL, are
 * counted by row, since a run counts in whole steps.
 * @param run external id of the run, null where the axis is time
 * @returns the points, and for each the row it came from
 */
export function pointsOf(
  { axis, rows }: Pick<NewLoggedCheck, 'axis' | 'rows'>,
  proxyKey: string,
  measureKey: string,
  run: string | null,
): { points: NewObservation[]; rows: number[] } {
  const whole = axis === 'step' && rows.every(({ x }) => Number.isSafeInteger(x) && x >= 0);
  const points: NewObservation[] = [];
  const from: number[] = [];
  rows.forEach(({ x, p, i, n }, row) => {
    const place =
      axis === 'time'
        ? { at: instantOf(x) }
        : { step: whole ? x : row + 1, run, ...(axis === 'kl' ? { kl: x } : {}) };
    const add = (metric: string, value: number | null, size: number | null): void => {
      if (value === null) return;
      points.push({ metric, value, n: size, ...place });
      from.push(row);
    };
    add(proxyKey, p, null);
    add(measureKey, i, n);
  });
  return { points, rows: from };
}

/** What is no instant is left to be refused with its sentence. */
function instantOf(ms: number): string {
  const at = new Date(ms);
  return Number.isNaN(at.getTime()) ? String(ms) : at.toISOString();
}

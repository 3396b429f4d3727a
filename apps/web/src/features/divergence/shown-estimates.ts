import type { PairDivergence } from './divergence-queries.js';

/** One estimate of the detector. The gap is in the intent's own unit, positive is worse. */
export interface Estimate {
  at: number;
  score: number;
  threshold: number | null;
  gap: number;
  low: number;
  high: number;
  chance: number;
  provisional: boolean;
}

/** The estimates within a stretch of the axis, ascending. */
export function shownEstimates(columns: PairDivergence['estimates'], from: number, to: number): Estimate[] {
  return columns.at.flatMap((at, k) =>
    at < from || at > to
      ? []
      : {
          at,
          score: columns.score[k]!,
          threshold: columns.threshold[k]!,
          gap: columns.gap[k]!,
          low: columns.gapLow[k]!,
          high: columns.gapHigh[k]!,
          chance: columns.pDiverged[k]!,
          provisional: columns.provisional[k]!,
        },
  );
}

/** What was estimated last at that place; null before the first estimate. */
export function estimateAt(estimates: readonly Estimate[], at: number): Estimate | null {
  return estimates.findLast((one) => one.at <= at) ?? null;
}

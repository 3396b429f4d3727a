import type { PairOutput } from './pair-output.js';
import type { PairState } from './pair-state.js';
import { fewestForEstimate, releaseComparison } from './release-comparison.js';

/** From the sixth audit on: the last two audits against those before, less what the proxy explains. No alarm. */
export function provisionalEstimate(state: PairState, t: number): PairOutput[] {
  if (state.audits.seen < fewestForEstimate) return [];
  const compared = releaseComparison(state);
  if (!compared) return [];
  const { gap, lo, hi, chance } = compared;
  return [
    { type: 'estimate', t, score: 0, threshold: null, gap, lo, hi, pDiverged: chance, provisional: true },
  ];
}

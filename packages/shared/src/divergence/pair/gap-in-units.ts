import type { PairState } from './pair-state.js';
import type { Evidence } from './read-evidence.js';
import { fromWorking } from './working-scale.js';

/**
 * The gap in the intent's own units with its 90 % interval: positive where the intent is worse than the proxy lets
 * expect. Before an alarm it counts as much as it is likely.
 */
export function gapInUnits(
  state: PairState,
  { gap, gapSd }: Pick<Evidence, 'gap' | 'gapSd'>,
  pDiverged: number,
): { gap: number; lo: number; hi: number } {
  const { reference, audits, alarm, setting } = state;
  if (!reference) return { gap: 0, lo: 0, hi: 0 };
  const likely = alarm ? gap + 0.1 : pDiverged * gap;
  const half = 1.645 * Math.hypot(gapSd, 0.3);
  const here = reference.intentCentre + reference.intentSpread * audits.level;
  const inUnits = (size: number) =>
    Math.sign(size) *
    Math.abs(
      fromWorking(here + size * reference.intentSpread, setting.intent) - fromWorking(here, setting.intent),
    );
  return { gap: inUnits(likely), lo: inUnits(likely - half), hi: inUnits(likely + half) };
}

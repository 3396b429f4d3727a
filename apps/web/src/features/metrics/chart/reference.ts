import type { Span } from '../../../ui/chart/tie.js';

type Direction = 'higher_better' | 'lower_better' | 'target_band';

/** Up means better for both halves, so one is turned over where they disagree. */
export function intentSign(proxy: Direction, intent: Direction): 1 | -1 {
  const opposed = proxy !== intent && proxy !== 'target_band' && intent !== 'target_band';
  return opposed ? -1 : 1;
}

/** How many audits make a reference period where nobody chose one. */
export const usualAudits = 12;

/** The reference period: the chosen one, else the time of the first audits; null without any. */
export function referenceOf(chosen: Partial<Span>, audits: readonly number[]): Span | null {
  const last = audits[Math.min(audits.length, usualAudits) - 1];
  if (chosen.from === undefined && chosen.to === undefined) {
    return last === undefined ? null : { from: -Infinity, to: last };
  }
  return { from: chosen.from ?? -Infinity, to: chosen.to ?? last ?? Infinity };
}

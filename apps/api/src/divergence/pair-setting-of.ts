import type { PairSetting } from '@plumbline/shared/divergence/pair/pair-setting';
import type { SeriesKind } from '@plumbline/shared/divergence/run/run-input';
import type { Band } from './detector-task.js';
import type { WatchedHalf, WatchedPair } from './watched-pair.queries.js';

const dayMs = 86_400_000;

/** What the detector is to assume of a pair; a rate that is only tried out may take the place of the owner's. */
export function pairSettingOf(pair: WatchedPair, falseAlarmsPerYear = pair.falseAlarmsPerYear): PairSetting {
  const days = referenceDays(pair);
  return {
    proxy: kindOf(pair.proxy),
    intent: kindOf(pair.intent),
    falseAlarmsPerYear,
    ...(days === null ? {} : { referenceDays: days }),
  };
}

/** For a target band the detector sees how far outside the values lie: at most zero, and higher is better. */
export function kindOf({ direction, scale }: WatchedHalf): SeriesKind {
  if (direction === 'target_band') return { direction: 'higher', scale: 'unbounded' };
  return { direction: direction === 'lower_better' ? 'lower' : 'higher', scale };
}

/** @returns the band where being inside is what is wanted; null otherwise */
export function bandOf({ direction, low, high }: WatchedHalf): Band | null {
  return direction === 'target_band' && low !== null && high !== null ? { low, high } : null;
}

function referenceDays({ referenceFromOn, referenceToOn }: WatchedPair): number | null {
  if (referenceFromOn === null || referenceToOn === null) return null;
  return Math.max(1, (Date.parse(referenceToOn) - Date.parse(referenceFromOn)) / dayMs);
}

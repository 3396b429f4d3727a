import type { PairDivergence } from '../../features/divergence/divergence-queries.js';
import { standing } from '../../features/divergence/divergence-words.js';
import type { Marks } from '../../features/metrics/chart/pair-sentence.js';
import { dayMs } from '../../ui/chart/moving-mean.js';

/** What the detector found, as a chart marks it: the onset with its set, and the alarms that still stand. */
export function pairMarks({ findings }: Pick<PairDivergence, 'findings'>): Marks {
  const finding = standing(findings);
  return {
    onset: finding && onsetOf(finding),
    alarms: findings
      .filter(({ withdrawnAt, axis }) => withdrawnAt === null && axis === 'time')
      .map(({ at }) => ({ at: dayOf(at) }))
      .toReversed(),
  };
}

function onsetOf(finding: PairDivergence['findings'][number]): NonNullable<Marks['onset']> | null {
  const { onsetAt, onsetLowAt, onsetHighAt, onsetX, onsetLowX, onsetHighX } = finding;
  if (onsetAt && onsetLowAt && onsetHighAt)
    return { at: dayOf(onsetAt), from: dayOf(onsetLowAt), to: dayOf(onsetHighAt) };
  if (onsetX === null || onsetLowX === null || onsetHighX === null) return null;
  return { at: onsetX, from: onsetLowX, to: onsetHighX };
}

/** The day is as much as is known; a time of day would say more. */
function dayOf(iso: string): number {
  return Math.floor(Date.parse(iso) / dayMs) * dayMs;
}

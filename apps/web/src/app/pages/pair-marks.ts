import type { PairDivergence } from '../../features/divergence/divergence-queries.js';
import { standing } from '../../features/divergence/divergence-words.js';
import type { Marks } from '../../features/metrics/chart/pair-sentence.js';

/** What the detector found, as a chart marks it: the onset with its set, and the alarms that still stand. */
export function pairMarks({ findings }: Pick<PairDivergence, 'findings'>): Marks {
  const finding = standing(findings);
  const at = (iso: string): number => Date.parse(iso);
  return {
    onset: finding && onsetOf(finding),
    alarms: findings
      .filter(({ withdrawnAt, axis }) => withdrawnAt === null && axis === 'time')
      .map((alarm) => ({ at: at(alarm.at) }))
      .toReversed(),
  };
}

function onsetOf(finding: PairDivergence['findings'][number]): NonNullable<Marks['onset']> | null {
  const { onsetAt, onsetLowAt, onsetHighAt, onsetX, onsetLowX, onsetHighX } = finding;
  if (onsetAt && onsetLowAt && onsetHighAt)
    return { at: Date.parse(onsetAt), from: Date.parse(onsetLowAt), to: Date.parse(onsetHighAt) };
  if (onsetX === null || onsetLowX === null || onsetHighX === null) return null;
  return { at: onsetX, from: onsetLowX, to: onsetHighX };
}

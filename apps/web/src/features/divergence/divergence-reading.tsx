import type { Measure } from '../../ui/chart/number-words.js';
import type { PairDivergence } from './divergence-queries.js';
import { chanceWords, gapUnit, shownGap } from './divergence-words.js';
import { numberWords } from '../../ui/chart/number-words.js';
import { estimateAt, shownEstimates } from './shown-estimates.js';
import styles from './why.module.css';

interface Props {
  divergence: PairDivergence;
  intent: Measure;
  /** Where the crosshair stands, in milliseconds since 1970; null stands at the end. */
  at: number | null;
}

/** Gap and chance at the crosshair, for the read-out above the chart. */
export function DivergenceReading({ divergence, intent, at }: Props) {
  const estimates = shownEstimates(divergence.estimates, -Infinity, Infinity);
  const one = at === null ? estimates.at(-1) : estimateAt(estimates, at);
  if (!one) return null;
  const gap = shownGap(one.gap, intent);
  return (
    <>
      <span>
        gap{' '}
        <span className={styles.figure}>
          {numberWords(gap, Math.abs(gap) < 10 ? 1 : 0)}
          {gapUnit(intent)}
        </span>
      </span>
      <span>
        probability <span className={styles.figure}>{chanceWords(one.chance)}</span>
        {one.provisional && ', provisional'}
      </span>
    </>
  );
}

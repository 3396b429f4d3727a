import { pairState } from '@plumbline/shared/taxonomy/values/system';
import type { Pair } from './pairs-queries.js';
import styles from './metrics.module.css';

/** The state of a pair: always a word; a triangle where the two came apart. */
export function PairStateWord({ state }: { state: Pair['state'] }) {
  const calm = state === 'quiet' || state === 'draft';
  return (
    <span className={calm ? styles.quiet : styles.state}>
      {state === 'diverged' && (
        <svg width="9" height="8" viewBox="0 0 9 8" aria-hidden="true" focusable="false">
          <path d="M0 0h9L4.5 8z" fill="currentColor" />
        </svg>
      )}
      {pairState[state]}
    </span>
  );
}

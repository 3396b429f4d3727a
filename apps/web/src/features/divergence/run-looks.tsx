import { placeWords } from '../../ui/chart/axis-words.js';
import { numberWords } from '../../ui/chart/number-words.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Section } from '../../ui/section.js';
import { Meta } from '../../ui/words.js';
import type { PairDivergence } from './divergence-queries.js';
import styles from './why.module.css';

interface Props {
  axis: 'time' | 'step' | 'kl';
  runs: PairDivergence['runs'];
}

/** What the detector says of each run, the newest first. */
export function RunLooks({ axis, runs }: Props) {
  return (
    <Section title="Runs">
      {runs.map(({ runId, run, sentence, evaluations, checkedAt, onset, pDiverged }) => (
        <div key={runId} className={styles.why}>
          <strong>{run}</strong>
          <p className={styles.text}>{sentence}</p>
          <Meta>
            {evaluations} evaluations, seen <RelativeTime at={checkedAt} suffix />
            {onset && pDiverged > 0.5 && (
              <>
                ; onset {placeWords(axis, onset.at).toLowerCase()}, 90 %{' '}
                {numberWords(onset.lo, axis === 'kl' ? 2 : 0)} to{' '}
                {numberWords(onset.hi, axis === 'kl' ? 2 : 0)}
              </>
            )}
          </Meta>
        </div>
      ))}
    </Section>
  );
}

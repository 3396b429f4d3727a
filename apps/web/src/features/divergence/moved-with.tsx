import { changeWords, type Measure } from '../../ui/chart/number-words.js';
import { Section } from '../../ui/section.js';
import type { PairDivergence } from './divergence-queries.js';
import styles from './why.module.css';

/** Measures beside the pair, by how much their days go with the proxy's. */
export function MovedWith({ moved }: { moved: PairDivergence['moved'] }) {
  if (moved.length === 0) return null;
  return (
    <Section title="What moved with it">
      <ul className={styles.moved}>
        {moved.map(({ metricId, name, unit, scale, before, after, association }) => {
          const measure: Measure = { name, unit, scale: scale as Measure['scale'] };
          const share = Math.abs(association ?? 0);
          return (
            <li key={metricId}>
              <span>{name}</span>
              <span className={styles.amount}>
                {before === null || after === null ? 'unknown' : changeWords(before, after, measure)}
              </span>
              <span className={styles.bar} aria-hidden="true">
                <span style={{ width: `${Math.round(share * 100)}%` }} />
              </span>
              <span className={styles.amount}>
                <span className="visually-hidden">association </span>
                {(association ?? 0).toFixed(2).replace('0.', '.').replace('-', '−')}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

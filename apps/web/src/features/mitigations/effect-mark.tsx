import { effectSentence, intervalWords, signed } from './effect-words.js';
import styles from './mitigations.module.css';
import type { Mitigation } from './mitigation-queries.js';

const width = 72;
const middle = width / 2;

/**
 * A measured effect as dot and whisker against a line at zero, the numbers beside it.
 * @param reach half width of the scale, shared by all that stand under one another
 */
export function EffectMark({ effect, reach }: { effect: Mitigation['effect']; reach: number }) {
  if (!effect) return <span className={styles.quiet}>not measured yet</span>;
  const x = (value: number): number => middle + (value / reach) * (middle - 4);
  return (
    <span className={styles.effect} title={effectSentence(effect)}>
      <svg width={width} height="20" viewBox={`0 0 ${width} 20`} aria-hidden="true" focusable="false">
        <path d={`M${middle} 0v20`} stroke="var(--control)" strokeWidth="1" />
        <path d={`M${x(effect.low)} 10H${x(effect.high)}`} stroke="var(--brass)" strokeWidth="2" />
        <circle cx={x(effect.value)} cy="10" r="4" fill="var(--brass)" />
      </svg>
      <span className={styles.number}>{signed(effect.value)}</span>{' '}
      <span className={`${styles.number} ${styles.quiet}`}>{intervalWords(effect)}</span>
    </span>
  );
}

import type { ReactNode } from 'react';
import styles from './words.module.css';

/** A word that names the solid blue line of the chart beside it. */
export function ProxyWord({ children }: { children: ReactNode }) {
  return <span className={styles.proxy}>{children}</span>;
}

/** A word that names the dashed brass line of the chart beside it. */
export function IntentWord({ children }: { children: ReactNode }) {
  return <span className={styles.intent}>{children}</span>;
}

/** The sentence a screen begins with. */
export function Verdict({ children, size = 'normal' }: { children: ReactNode; size?: 'normal' | 'large' }) {
  return <p className={size === 'large' ? styles.largeVerdict : styles.verdict}>{children}</p>;
}

/** The title of the record a page is about, under the header. */
export function RecordTitle({ children }: { children: ReactNode }) {
  return <h2 className={styles.recordTitle}>{children}</h2>;
}

/** Second-rank text: 12 px, quiet. */
export function Meta({ children }: { children: ReactNode }) {
  return <span className={styles.meta}>{children}</span>;
}

import type { ReactNode } from 'react';
import styles from './three-boxes.module.css';

export interface Box {
  children: ReactNode;
  /** Quiet words under the text: `intent, weekly panel, n 80 to 240`. */
  foot?: ReactNode;
}

interface Props {
  wanted: Box;
  specified: Box;
  happened: Box;
  /** After which box intent was lost, if anybody knows. */
  lostAfter?: 'wanted' | 'specified' | null;
}

/** What was wanted (dashed brass), specified (solid blue), and what happened (solid ink). */
export function ThreeBoxes({ wanted, specified, happened, lostAfter = null }: Props) {
  return (
    <div className={styles.boxes}>
      <OneBox kind="wanted" title="What was wanted" {...wanted} />
      <Between lost={lostAfter === 'wanted'} />
      <OneBox kind="specified" title="What was specified" {...specified} />
      <Between lost={lostAfter === 'specified'} />
      <OneBox kind="happened" title="What happened" {...happened} />
    </div>
  );
}

function OneBox({
  kind,
  title,
  children,
  foot,
}: Box & { kind: 'wanted' | 'specified' | 'happened'; title: string }) {
  return (
    <section className={`${styles.box} ${styles[kind]}`}>
      <h3>{title}</h3>
      <div className={styles.text}>{children}</div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </section>
  );
}

function Between({ lost }: { lost: boolean }) {
  if (!lost) return <div className={styles.between} aria-hidden="true" />;
  return (
    <div className={`${styles.between} ${styles.lost}`}>
      <svg width="10" height="40" viewBox="0 0 10 40" aria-hidden="true" focusable="false">
        <path d="M5 0v30" stroke="var(--brass)" strokeWidth="1.500" />
        <path d="M.5 29h9L5 39z" fill="var(--brass)" />
      </svg>
      <span>intent lost here</span>
    </div>
  );
}

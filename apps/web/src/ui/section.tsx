import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

interface Props {
  title: ReactNode;
  /** Quiet words or a small control at the end of the head. */
  meta?: ReactNode;
  children: ReactNode;
}

/** A titled part of a screen or panel, under a hairline. */
export function Section({ title, meta, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {meta && <div className={styles.meta}>{meta}</div>}
      </div>
      {children}
    </section>
  );
}

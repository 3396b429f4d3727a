import type { ReactNode } from 'react';
import styles from './field-label.module.css';

/** The words over a field, with a quiet note after them. */
export function FieldLabel({ children, note }: { children: ReactNode; note?: string }) {
  return (
    <>
      {children}
      {note && <span className={styles.note}> {note}</span>}
    </>
  );
}

import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './chip.module.css';

interface Props {
  /** The sign before the word: a diamond, a ring, bars. */
  mark?: ReactNode;
  /** Who suggested it, where no person has confirmed it: `rule`, `model`, `detector`. Makes the border dotted. */
  suggestedBy?: string | null;
  children: ReactNode;
}

/** A label: hairline = confirmed by a person; dotted = suggested, with its source word. */
export function Chip({ mark, suggestedBy, children }: Props) {
  return (
    <span className={`${styles.chip} ${suggestedBy ? styles.suggested : ''}`}>
      {mark}
      <span>{children}</span>
      {suggestedBy && <span className={styles.source}>{suggestedBy}</span>}
    </span>
  );
}

/** A chip that does something, 24 px high. */
export function ChipButton({
  mark,
  suggestedBy,
  children,
  ...rest
}: Props & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      {...rest}
      className={`${styles.chip} ${styles.clickable} ${suggestedBy ? styles.suggested : ''}`}
    >
      {mark}
      <span>{children}</span>
      {suggestedBy && <span className={styles.source}>{suggestedBy}</span>}
    </button>
  );
}

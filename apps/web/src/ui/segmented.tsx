import { type ReactNode, useId } from 'react';
import styles from './segmented.module.css';

interface Props<V extends string> {
  /** What is chosen, for screen readers. */
  label: string;
  options: readonly { value: V; label: ReactNode }[];
  value: V | null;
  onChange: (value: V) => void;
  size?: 'normal' | 'large';
}

/** A few exclusive choices side by side; real radio buttons. */
export function Segmented<V extends string>({ label, options, value, onChange, size = 'normal' }: Props<V>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={`${styles.group} ${size === 'large' ? styles.large : ''}`}
    >
      {options.map((option) => (
        <label key={option.value} className={styles.segment}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}

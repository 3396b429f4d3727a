import styles from './small-select.module.css';

interface Props<V extends string> {
  /** For screen readers. */
  label: string;
  options: Readonly<Record<V, string>>;
  value: V;
  onChange: (value: V) => void;
}

/** A choice that stands in a table head or a sentence: the browser's own list, without a frame. */
export function SmallSelect<V extends string>({ label, options, value, onChange }: Props<V>) {
  return (
    <select
      className={styles.select}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as V)}
    >
      {(Object.keys(options) as V[]).map((one) => (
        <option key={one} value={one}>
          {options[one]}
        </option>
      ))}
    </select>
  );
}

import styles from './queue-table.module.css';

/** `INC-158`: only its digits are tabular, for that would widen the hyphen. */
export function KeyWord({ of }: { of: string }) {
  const [letters, digits] = of.split('-') as [string, string];
  return (
    <span className={styles.key}>
      {letters}-<span className="tabular">{digits}</span>
    </span>
  );
}

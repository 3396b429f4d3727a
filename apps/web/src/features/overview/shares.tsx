import { Behind } from './behind.js';
import styles from './overview.module.css';

interface Props {
  workspace: string;
  label: string;
  items: readonly { id: string; name: string; count: number; search: Record<string, string | undefined> }[];
  /** What stands here when there is nothing. */
  none: string;
}

/** A few things by how often they occur, each a bar that opens its list. */
export function Shares({ workspace, label, items, none }: Props) {
  if (items.length === 0) return <p className={styles.none}>{none}</p>;
  const greatest = Math.max(...items.map(({ count }) => count));
  return (
    <ul className={styles.shares} aria-label={label}>
      {items.map(({ id, name, count, search }) => (
        <li key={id}>
          <Behind workspace={workspace} search={search} className={styles.share}>
            <span className={styles.shareName}>{name}</span>
            <span className={styles.bar} style={{ '--share': `${(count / greatest) * 100}%` }} />
            <span className={styles.shareCount}>{count}</span>
          </Behind>
        </li>
      ))}
    </ul>
  );
}

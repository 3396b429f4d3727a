import type { ReactNode } from 'react';
import styles from './editable-fact.module.css';
import { IconButton } from './icon-button.js';

interface Props {
  label: string;
  /** What the pencil does, for screen readers: `Classify: mechanism`. */
  editLabel?: string;
  /** Why it cannot be changed; said where the pencil would be. */
  disabledReason?: string | null;
  onEdit?: () => void;
  children: ReactNode;
}

/** Label and value in a side panel, with a pencil that shows when the line is pointed at or holds the focus. */
export function EditableFact({
  label,
  editLabel = `Edit ${label.toLowerCase()}`,
  disabledReason,
  onEdit,
  children,
}: Props) {
  return (
    <div className={styles.fact} title={disabledReason ?? undefined}>
      <span className={styles.label}>{label}</span>
      <div className={styles.value}>{children}</div>
      {onEdit && !disabledReason && (
        <IconButton icon="pencil" label={editLabel} className={styles.pencil} onClick={onEdit} />
      )}
    </div>
  );
}

/** Nothing said yet, quietly. */
export function Unsaid({ children = 'not said' }: { children?: ReactNode }) {
  return <span className={styles.unsaid}>{children}</span>;
}

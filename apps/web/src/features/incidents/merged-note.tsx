import { Link } from '@tanstack/react-router';
import styles from './merged-note.module.css';

interface Props {
  workspace: string;
  /** Key of the duplicate whose address led here. */
  merged: string;
}

/** Says that an old key led here, and how to look at what stands under it. */
export function MergedNote({ workspace, merged }: Props) {
  return (
    <p className={styles.note} role="status">
      {merged} was merged into this incident.{' '}
      <Link to="/w/$workspace/incidents/$key" params={{ workspace, key: merged }} search={{ itself: true }}>
        Look at {merged} itself
      </Link>
      , also to take the two apart.
    </p>
  );
}

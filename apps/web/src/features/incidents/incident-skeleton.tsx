import { Skeleton } from '../../ui/states.js';
import styles from './incident-page.module.css';

/** Bars where title, facts, stepper, boxes and sections will stand. */
export function IncidentSkeleton() {
  return (
    <div className={styles.record}>
      <div className={styles.head}>
        <Skeleton rows={1} height={32} />
        <Skeleton rows={1} height={24} />
      </div>
      <Skeleton rows={1} height={16} />
      <div className={styles.threeBars}>
        <Skeleton rows={3} height={24} />
        <Skeleton rows={3} height={24} />
        <Skeleton rows={3} height={24} />
      </div>
      <Skeleton rows={6} />
    </div>
  );
}

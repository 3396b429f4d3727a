import { useQuery } from '@tanstack/react-query';
import { effectQuery } from './mitigation-queries.js';
import styles from './mitigations.module.css';

/** What is measured since a mitigation is active, and how many of the objective's other metrics got worse. */
export function SinceActive({ workspace, id }: { workspace: string; id: string }) {
  const { data } = useQuery(effectQuery(workspace, id));
  if (!data) return <p className={styles.since} />;
  const worse = data.metrics.filter(({ half, verdict }) => half === null && verdict === 'worse');
  const beside = worse.length > 0 && ` Worse beside it: ${worse.map(({ name }) => name).join(', ')}.`;
  return (
    <p className={styles.since}>
      {data.sentence}
      {beside}
    </p>
  );
}

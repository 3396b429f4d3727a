import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.js';
import { SeverityBars } from '../../ui/severity-bars.js';
import { dayAndTime } from '../../ui/time-words.js';
import { KeyWord } from './key-word.js';
import { queueQuery } from './triage-queries.js';
import styles from './triage-screen.module.css';

interface Props {
  workspace: string;
  spark: (pairId: string | null) => ReactNode;
}

/** What sleeps, and until when; nothing where nothing does. */
export function SleepingRows({ workspace, spark }: Props) {
  const list = useInfiniteQuery(queueQuery(workspace, 'snoozed'));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  if (rows.length === 0) return null;
  return (
    <section className={styles.sleeping} aria-label="Snoozed">
      <h2 className={styles.sleepingHead}>
        <span>Snoozed</span>
        <span className="tabular">{list.hasNextPage ? `${rows.length}+` : rows.length}</span>
      </h2>
      <ul>
        {rows.map(({ key, title, severity, snoozedUntil, pairId }) => (
          <li key={key} className={styles.sleeper}>
            {severity ? <SeverityBars level={severity} /> : <span className={styles.quiet}>not set</span>}
            <KeyWord of={key} />
            <Link
              to="/w/$workspace/incidents/$key"
              params={{ workspace, key }}
              className={styles.sleeperTitle}
            >
              {title}
            </Link>
            {spark(pairId)}
            <span className={styles.quiet}>{snoozedUntil && `until ${dayAndTime(snoozedUntil)}`}</span>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button onClick={() => void list.fetchNextPage()}>Load more</Button>
        </div>
      )}
    </section>
  );
}

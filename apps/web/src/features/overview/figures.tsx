import type { ReactNode } from 'react';
import { RelativeTime } from '../../ui/relative-time.js';
import { Behind, counted, open } from './behind.js';
import styles from './overview.module.css';
import type { Overview } from './overview-queries.js';

interface Props {
  workspace: string;
  overview: Overview;
}

/** Four figures, each with the period before, each a door to its list. */
export function Figures({ workspace, overview }: Props) {
  const { logged, untriaged, closed, from } = overview;
  return (
    <ul className={styles.figures} aria-label="Figures">
      <Figure workspace={workspace} name="Open now" count={overview.open.now} search={open}>
        {overview.open.before} when the period began
      </Figure>
      <Figure
        workspace={workspace}
        name="Wait for triage"
        count={untriaged.now}
        search={{ state: 'pending' }}
      >
        {untriaged.oldestAt ? (
          <>
            the oldest since <RelativeTime at={untriaged.oldestAt} />
          </>
        ) : (
          'the queue is empty'
        )}
      </Figure>
      <Figure workspace={workspace} name="Logged" count={logged.now} search={{ ...counted, from }}>
        {logged.before} in the period before
      </Figure>
      <Figure workspace={workspace} name="Closed" count={closed.now} search={{ status: 'closed' }}>
        {closed.before} in the period before
      </Figure>
    </ul>
  );
}

interface FigureProps {
  workspace: string;
  name: string;
  count: number;
  search: Record<string, string | undefined>;
  children: ReactNode;
}

function Figure({ workspace, name, count, search, children }: FigureProps) {
  return (
    <li className={styles.figure}>
      <Behind workspace={workspace} search={search} className={styles.figureLink}>
        <span className={styles.figureName}>{name}</span>
        <span className={styles.figureCount}>{count.toLocaleString('en')}</span>
      </Behind>
      <span className={styles.figureBefore}>{children}</span>
    </li>
  );
}

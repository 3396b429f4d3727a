import { clockState } from '@plumbline/shared/taxonomy/values/duty';
import { RelativeTime, useNow } from '../../ui/relative-time.js';
import { dayOf, dayAndTime } from '../../ui/time-words.js';
import type { ReportingClock } from './clock-queries.js';
import styles from './clocks.module.css';

/** How long there is still: `due in 3 d`, `overdue since 2 h`, `without delay`; once settled, how and when. */
export function TimeLeft({ clock }: { clock: Pick<ReportingClock, 'state' | 'dueAt' | 'settledAt'> }) {
  const now = useNow();
  const { state, dueAt, settledAt } = clock;
  if (state !== 'running')
    return (
      <span className={styles.quiet}>
        {clockState[state]}, <time dateTime={settledAt!}>{dayOf(settledAt!)}</time>
      </span>
    );
  if (!dueAt) return <span className={styles.due}>without delay</span>;
  const late = Date.parse(dueAt) < now;
  return (
    <span className={late ? styles.late : styles.due} title={dayAndTime(dueAt)}>
      {late ? 'overdue since ' : 'due '}
      <RelativeTime at={dueAt} />
    </span>
  );
}

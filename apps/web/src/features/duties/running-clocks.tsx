import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/states.js';
import { runningClocksQuery } from './clock-queries.js';
import styles from './clocks.module.css';
import { TimeLeft } from './time-left.js';

/** What is still to be reported, what is due first on top. */
export function RunningClocks({ workspace }: { workspace: string }) {
  const clocks = useQuery(runningClocksQuery(workspace));
  return (
    <Section title="Clocks running">
      <QueryView of={clocks} skeleton={<Skeleton rows={3} />}>
        {({ items, next }) =>
          items.length === 0 ? (
            <p className={styles.quiet}>No duty to report is running.</p>
          ) : (
            <>
              <ul className={styles.list}>
                {items.map((clock) => (
                  <li key={clock.id} className={styles.item}>
                    <span className={styles.what}>
                      <Link
                        to="/w/$workspace/incidents/$key"
                        params={{ workspace, key: clock.incident.key }}
                        title={clock.incident.title}
                      >
                        {clock.incident.key}
                      </Link>
                      <span>{clock.name}</span>
                    </span>
                    <TimeLeft clock={clock} />
                  </li>
                ))}
              </ul>
              {next && <p className={styles.quiet}>There are more.</p>}
            </>
          )
        }
      </QueryView>
    </Section>
  );
}

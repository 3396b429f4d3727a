import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/states.js';
import type { Named } from './task-dialog.js';
import { TaskList } from './task-list.js';
import { myTasksQuery, type Task } from './task-queries.js';
import styles from './tasks.module.css';

const TaskDialog = lazy(() => import('./task-dialog.js').then((m) => ({ default: m.TaskDialog })));

/** What the reader has to do, what is due first on top. */
export function MyTasks({ workspace, people }: { workspace: string; people: readonly Named[] }) {
  const tasks = useQuery(myTasksQuery(workspace));
  const [open, setOpen] = useState<Task | null>(null);
  return (
    <Section
      title="My tasks"
      meta={
        <Link to="/w/$workspace/tasks" params={{ workspace }} search={{}}>
          All tasks
        </Link>
      }
    >
      <QueryView of={tasks} skeleton={<Skeleton rows={3} />}>
        {({ items, next }) =>
          items.length === 0 ? (
            <p className={styles.quiet}>Nothing is waiting for you.</p>
          ) : (
            <>
              <TaskList workspace={workspace} items={items} about onOpen={setOpen} />
              {next && <p className={styles.quiet}>There are more.</p>}
            </>
          )
        }
      </QueryView>
      <Suspense>
        {open && (
          <TaskDialog workspace={workspace} task={open} people={people} onClose={() => setOpen(null)} />
        )}
      </Suspense>
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/button.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/states.js';
import type { Named } from './task-dialog.js';
import { TaskList } from './task-list.js';
import { incidentTasksQuery, type Task } from './task-queries.js';
import styles from './tasks.module.css';

const TaskDialog = lazy(() => import('./task-dialog.js').then((m) => ({ default: m.TaskDialog })));

interface Props {
  workspace: string;
  incident: { key: string; may: { comment: boolean } };
  people: readonly Named[];
}

/** Who does what about an incident, by when. */
export function IncidentTasks({ workspace, incident, people }: Props) {
  const tasks = useQuery(incidentTasksQuery(workspace, incident.key));
  const [open, setOpen] = useState<Task | 'new' | null>(null);
  useCommands([
    {
      id: 'incident.task',
      label: 'Add a task',
      group: 'This incident',
      words: 'to do, action item',
      keys: 'shift+d',
      disabledReason: incident.may.comment ? null : 'Reporters, triagers and administrators add tasks.',
      run: () => setOpen('new'),
    },
  ]);
  return (
    <Section
      title="Tasks"
      meta={
        incident.may.comment && (
          <Button variant="bare" icon="plus" keys="shift+d" onClick={() => setOpen('new')}>
            Add task
          </Button>
        )
      }
    >
      <QueryView of={tasks} skeleton={<Skeleton rows={1} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.quiet}>None yet: who does what about it, by when.</p>
          ) : (
            <TaskList workspace={workspace} items={openFirst(items)} onOpen={setOpen} />
          )
        }
      </QueryView>
      <Suspense>
        {open && (
          <TaskDialog
            workspace={workspace}
            task={open === 'new' ? undefined : open}
            about={{ incident: incident.key }}
            people={people}
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </Section>
  );
}

function openFirst(items: readonly Task[]): Task[] {
  return [...items.filter(({ state }) => state === 'open'), ...items.filter(({ state }) => state !== 'open')];
}

import { taskState } from '@plumbline/shared/taxonomy/values/task';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { TaskDialog } from '../../features/tasks/task-dialog.js';
import { TaskList } from '../../features/tasks/task-list.js';
import { type Task, type TaskFilter, tasksQuery } from '../../features/tasks/task-queries.js';
import { Button } from '../../ui/button.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Segmented } from '../../ui/segmented.js';
import { EmptyState } from '../../ui/states.js';
import { filterOptionsQuery } from '../filter-options.js';
import { usePermissions } from '../use-permissions.js';
import { useWorkspaceSlug } from '../shell/use-workspace-slug.js';
import styles from './tasks-page.module.css';

const owners = [
  { value: 'me', label: 'Mine' },
  { value: 'all', label: 'Everybody’s' },
  { value: 'nobody', label: 'Nobody’s' },
] as const;
const states = [
  { value: 'open', label: taskState.open },
  { value: 'overdue', label: 'Overdue' },
  { value: 'done', label: taskState.done },
  { value: 'dropped', label: taskState.dropped },
] as const;

/** Who does what by when. The address says whose, and in which state. */
export function TasksPage() {
  const workspace = useWorkspaceSlug();
  const filter: TaskFilter = useSearch({ from: '/w/$workspace/tasks' });
  const navigate = useNavigate();
  const tasks = useInfiniteQuery(tasksQuery(workspace, { owner: 'me', ...filter, ...asked(filter) }));
  const people = useQuery(filterOptionsQuery(workspace)).data?.people ?? [];
  const { whyNotAdd } = usePermissions();
  const [open, setOpen] = useState<Task | 'new' | null>(null);
  useCommands([
    {
      id: 'tasks.add',
      label: 'Add a task',
      group: 'Tasks',
      keys: 'shift+d',
      disabledReason: whyNotAdd,
      run: () => setOpen('new'),
    },
  ]);
  const cut = (more: object): void =>
    void navigate({
      to: '/w/$workspace/tasks',
      params: { workspace },
      search: { ...filter, ...more } as TaskFilter,
      replace: true,
    });
  const state = filter.overdue === 'true' ? 'overdue' : (filter.state ?? 'open');
  return (
    <Page
      title="Tasks"
      actions={
        <Button
          variant="primary"
          icon="plus"
          keys="shift+d"
          disabledReason={whyNotAdd}
          onClick={() => setOpen('new')}
        >
          Add task
        </Button>
      }
    >
      <div className={styles.filters}>
        <Segmented
          label="Whose"
          options={owners}
          value={filter.owner ?? 'me'}
          onChange={(owner) => cut({ owner: owner === 'me' ? undefined : owner })}
        />
        <Segmented
          label="State"
          options={states}
          value={state}
          onChange={(chosen) =>
            cut({
              state: chosen === 'open' || chosen === 'overdue' ? undefined : chosen,
              overdue: chosen === 'overdue' ? 'true' : undefined,
            })
          }
        />
      </div>
      <QueryView of={tasks}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <Nothing mine={(filter.owner ?? 'me') === 'me' && state === 'open'} />
          ) : (
            <TaskList workspace={workspace} items={items} about onOpen={setOpen} />
          );
        }}
      </QueryView>
      {tasks.hasNextPage && (
        <div className={styles.more}>
          <Button pending={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
      {open && (
        <TaskDialog
          workspace={workspace}
          task={open === 'new' ? undefined : open}
          people={people}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

/** Everybody's is no owner at all to the API. */
function asked({ owner }: TaskFilter): TaskFilter {
  return (owner as string | undefined) === 'all' ? { owner: undefined } : {};
}

function Nothing({ mine }: { mine: boolean }) {
  return mine ? (
    <EmptyState title="Nothing is waiting for you">
      A task says who does what by when: about an incident, a system, a watched pair or a mitigation. Rules
      file some by themselves, such as an audit that is overdue.
    </EmptyState>
  ) : (
    <EmptyState title="No such task" />
  );
}

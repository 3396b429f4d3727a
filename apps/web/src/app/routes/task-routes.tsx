import { taskState } from '@plumbline/shared/taxonomy/values/task';
import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import type { TaskFilter } from '../../features/tasks/task-queries.js';
import { workspaceRoute } from './workspace-route.js';

const TasksPage = lazy(() => import('../pages/tasks-page.js').then((m) => ({ default: m.TasksPage })));

/** Reads whose tasks, and in which state, from an address; what does not belong there is dropped. */
function readTaskFilter({ owner, state, overdue }: Record<string, unknown>): TaskFilter {
  const filter: TaskFilter = {};
  if (typeof owner === 'string' && /^(all|nobody|[0-9a-f-]{36})$/.test(owner)) filter.owner = owner;
  if (typeof state === 'string' && state in taskState) filter.state = state as TaskFilter['state'];
  if (overdue === true || overdue === 'true') filter.overdue = 'true';
  return filter;
}

export const taskRoutes = [
  createRoute({
    getParentRoute: () => workspaceRoute,
    path: 'tasks',
    validateSearch: readTaskFilter,
    component: TasksPage,
  }),
] as const;

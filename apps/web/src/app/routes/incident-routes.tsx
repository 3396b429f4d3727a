import { createRoute, redirect } from '@tanstack/react-router';
import { lazy } from 'react';
import { readFilter } from '../../features/incidents/incident-filter.js';
import { sessionQuery } from '../../features/people/people-queries.js';
import { lastWorkspace } from '../last-workspace.js';
import { readPrefill } from '../log-prefill.js';
import { rootRoute } from './root-route.js';
import { workspaceRoute } from './workspace-route.js';

const IncidentsPage = lazy(() =>
  import('../pages/incidents-page.js').then((m) => ({ default: m.IncidentsPage })),
);
const LogPage = lazy(() => import('../pages/log-page.js').then((m) => ({ default: m.LogPage })));
const IncidentPage = lazy(() =>
  import('../pages/incident-page.js').then((m) => ({ default: m.IncidentPage })),
);

const getParentRoute = () => workspaceRoute;

/** `merged`: the key of a duplicate that led here; `itself`: stay at a duplicate. */
const readMerged = ({ merged, itself }: Record<string, unknown>): { merged?: string; itself?: boolean } => ({
  ...(typeof merged === 'string' && /^INC-\d+$/.test(merged) ? { merged } : {}),
  ...(itself === true ? { itself } : {}),
});

export const incidentRoutes = [
  createRoute({ getParentRoute, path: 'incidents', validateSearch: readFilter, component: IncidentsPage }),
  createRoute({
    getParentRoute,
    path: 'incidents/$key',
    validateSearch: readMerged,
    component: IncidentPage,
  }),
  createRoute({ getParentRoute, path: 'log', validateSearch: readPrefill, component: LogPage }),
] as const;

/** `/log?title=...`, for bookmarks: on to the form of the workspace used last. */
export const logAnywhereRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/log',
  validateSearch: (search: Record<string, unknown>) => search,
  beforeLoad: async ({ context: { queryClient }, location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    throw redirect({ href: `/w/${lastWorkspace(session)}/log${location.searchStr}` });
  },
});

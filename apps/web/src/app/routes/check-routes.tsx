import { createRoute, Outlet, useRouteContext } from '@tanstack/react-router';
import { lazy } from 'react';
import { chooseWorkspace } from '../../client/current-workspace.js';
import { sessionQuery, visitorQuery } from '../../features/people/people-queries.js';
import { lastWorkspace } from '../last-workspace.js';
import { Shell } from '../shell/shell.js';
import { rootRoute } from './root-route.js';

const CheckPage = lazy(() => import('../pages/check-page.js').then((m) => ({ default: m.CheckPage })));

/** Two pasted columns, before and after the sign-in: a stranger gets the page alone, a member the shell around it. */
const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/check',
  beforeLoad: async ({ context: { queryClient } }) => {
    const visitor = await queryClient.ensureQueryData(visitorQuery).catch(() => null);
    if (visitor) queryClient.setQueryData(sessionQuery.queryKey, visitor);
    const workspace = visitor ? lastWorkspace(visitor) : '';
    chooseWorkspace(workspace || null);
    return { workspace };
  },
  component: Frame,
});

function Frame() {
  const { workspace } = useRouteContext({ from: '/check' });
  return workspace ? <Shell /> : <Outlet />;
}

// Not inside the call below: there its type is lost, and with it the check of every link of the app.
const pageRoute = createRoute({ getParentRoute: () => frameRoute, path: '/', component: CheckPage });

export const checkRoute = frameRoute.addChildren([pageRoute]);

import { createRoute, notFound } from '@tanstack/react-router';
import { sessionQuery } from '../../features/people/people-queries.js';
import { rememberWorkspace } from '../last-workspace.js';
import { Shell } from '../shell/shell.js';
import { rootRoute } from './root-route.js';

/** Everything of one workspace, inside the shell: `/w/<slug>/...`. Without a session the sign-in comes first. */
export const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/w/$workspace',
  beforeLoad: async ({ context: { queryClient }, params }) => {
    const { memberships } = await queryClient.ensureQueryData(sessionQuery);
    if (!memberships.some(({ slug }) => slug === params.workspace)) throw notFound();
    rememberWorkspace(params.workspace);
  },
  component: Shell,
});

import { createRoute } from '@tanstack/react-router';
import { Shell } from '../shell/shell.js';
import { rootRoute } from './root-route.js';

/** Everything of one workspace, inside the shell: `/w/<slug>/...` */
export const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/w/$workspace',
  component: Shell,
});

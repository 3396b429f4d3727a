import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { ErrorState } from '../ui/states.js';
import { ProblemError } from '../client/problem-error.js';
import { NotFoundPage } from './pages/not-found-page.js';
import { checkRoute } from './routes/check-routes.js';
import { divergenceRoutes } from './routes/divergence-routes.js';
import { entranceRoutes } from './routes/entrance-routes.js';
import { governanceRoutes } from './routes/governance-routes.js';
import { incidentRoutes, logAnywhereRoute } from './routes/incident-routes.js';
import { notificationRoutes } from './routes/notification-routes.js';
import { overviewRoutes } from './routes/overview-routes.js';
import { settingsRoutes } from './routes/settings-routes.js';
import { rootRoute } from './routes/root-route.js';
import { systemsRoutes } from './routes/systems-routes.js';
import { taskRoutes } from './routes/task-routes.js';
import { triageRoutes } from './routes/triage-routes.js';
import { wordsRoutes } from './routes/words-routes.js';
import { workspaceRoute } from './routes/workspace-route.js';

// Each area has a file of its own below routes/; add its routes to one of these two lists.
const routeTree = rootRoute.addChildren([
  ...entranceRoutes,
  checkRoute,
  logAnywhereRoute,
  workspaceRoute.addChildren([
    ...overviewRoutes,
    ...notificationRoutes,
    ...incidentRoutes,
    ...triageRoutes,
    ...divergenceRoutes,
    ...governanceRoutes,
    ...settingsRoutes,
    ...systemsRoutes,
    ...taskRoutes,
    ...wordsRoutes,
  ]),
]);

/** The addresses of the app. Search parameters are the state of a screen: a link reproduces it. */
export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: ({ error, reset }) => (
      <ErrorState
        error={
          error instanceof ProblemError
            ? error
            : { message: 'This screen broke. Reload it; what you had typed is kept.' }
        }
        onRetry={reset}
      />
    ),
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}

import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { workspaceRoute } from './workspace-route.js';

const NotificationsPage = lazy(() =>
  import('../pages/notifications-page.js').then((m) => ({ default: m.NotificationsPage })),
);

export const notificationRoutes = [
  createRoute({
    getParentRoute: () => workspaceRoute,
    path: 'notifications',
    validateSearch: ({ all }: Record<string, unknown>): { all?: true } => (all === true ? { all } : {}),
    component: NotificationsPage,
  }),
] as const;

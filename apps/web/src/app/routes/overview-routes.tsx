import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import type { Period } from '../../features/overview/overview-queries.js';
import { workspaceRoute } from './workspace-route.js';

const OverviewPage = lazy(() =>
  import('../pages/overview-page.js').then((m) => ({ default: m.OverviewPage })),
);

const known: readonly unknown[] = [7, 30, 90, 365];

export const overviewRoutes = [
  createRoute({
    getParentRoute: () => workspaceRoute,
    path: 'overview',
    validateSearch: ({ days }: Record<string, unknown>): { days?: Period } =>
      known.includes(days) ? { days: days as Period } : {},
    component: OverviewPage,
  }),
] as const;

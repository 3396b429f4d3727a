import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { workspaceRoute } from './workspace-route.js';

const DivergencePage = lazy(() =>
  import('../pages/divergence-page.js').then((m) => ({ default: m.DivergencePage })),
);

export const divergenceRoutes = [
  createRoute({ getParentRoute: () => workspaceRoute, path: 'divergence', component: DivergencePage }),
] as const;

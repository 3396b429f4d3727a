import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { workspaceRoute } from './workspace-route.js';

const TriagePage = lazy(() => import('../pages/triage-page.js').then((m) => ({ default: m.TriagePage })));

const readAt = ({ at }: Record<string, unknown>): { at?: string } =>
  typeof at === 'string' && /^INC-\d+$/.test(at) ? { at } : {};

export const triageRoutes = [
  createRoute({
    getParentRoute: () => workspaceRoute,
    path: 'triage',
    validateSearch: readAt,
    component: TriagePage,
  }),
] as const;

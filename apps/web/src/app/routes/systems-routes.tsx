import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { workspaceRoute } from './workspace-route.js';

const SystemsPage = lazy(() => import('../pages/systems-page.js').then((m) => ({ default: m.SystemsPage })));
const SystemPage = lazy(() => import('../pages/system-page.js').then((m) => ({ default: m.SystemPage })));
const PairPage = lazy(() => import('../pages/pair-page.js').then((m) => ({ default: m.PairPage })));

const getParentRoute = () => workspaceRoute;

/** How much of a pair is shown: in days, all when left out. */
export type PairRange = 28 | 91 | 243;
const ranges: readonly number[] = [28, 91, 243];

export const systemsRoutes = [
  createRoute({
    getParentRoute,
    path: 'systems',
    validateSearch: ({ archived }: Record<string, unknown>): { archived?: true } =>
      archived === true ? { archived } : {},
    component: SystemsPage,
  }),
  createRoute({
    getParentRoute,
    path: 'systems/$system',
    validateSearch: ({ metric }: Record<string, unknown>): { metric?: string } =>
      typeof metric === 'string' ? { metric } : {},
    component: SystemPage,
  }),
  createRoute({
    getParentRoute,
    path: 'pairs/$id',
    validateSearch: ({ days }: Record<string, unknown>): { days?: PairRange } =>
      ranges.includes(days as number) ? { days: days as PairRange } : {},
    component: PairPage,
  }),
] as const;

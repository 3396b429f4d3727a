import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { workspaceRoute } from './workspace-route.js';

const SystemsPage = lazy(() => import('../pages/systems-page.js').then((m) => ({ default: m.SystemsPage })));
const SystemPage = lazy(() => import('../pages/system-page.js').then((m) => ({ default: m.SystemPage })));
const PairPage = lazy(() => import('../pages/pair-page.js').then((m) => ({ default: m.PairPage })));

const getParentRoute = () => workspaceRoute;

/** How much of a pair is shown: in days, all when left out. */
export type PairRange = 28 | 91 | 243;
/** What stands in the address of a pair: how much is shown, as a table or drawn, and the stretch that was brushed. */
export interface PairSearch {
  days?: PairRange;
  table?: true;
  from?: number;
  to?: number;
}
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
    validateSearch: ({ days, table, from, to }: Record<string, unknown>): PairSearch => ({
      ...(ranges.includes(days as number) ? { days: days as PairRange } : {}),
      ...(table === true ? { table } : {}),
      ...(typeof from === 'number' && typeof to === 'number' && from < to ? { from, to } : {}),
    }),
    component: PairPage,
  }),
] as const;

import { mitigationStage, mitigationStatus } from '@plumbline/shared/taxonomy/values/mitigation';
import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import type { LedgerFilter } from '../../features/mitigations/mitigation-queries.js';
import { workspaceRoute } from './workspace-route.js';

const MitigationsPage = lazy(() =>
  import('../pages/mitigations-page.js').then((m) => ({ default: m.MitigationsPage })),
);
const BoardPage = lazy(() => import('../pages/board-page.js').then((m) => ({ default: m.BoardPage })));

const getParentRoute = () => workspaceRoute;

/** Reads how the ledger is cut from an address; what does not belong there is dropped. */
function readLedgerFilter({ stage, status }: Record<string, unknown>): LedgerFilter {
  const filter: LedgerFilter = {};
  if (typeof stage === 'string' && stage in mitigationStage) filter.stage = stage as LedgerFilter['stage'];
  if (typeof status === 'string' && status in mitigationStatus)
    filter.status = status as LedgerFilter['status'];
  return filter;
}

export const governanceRoutes = [
  createRoute({
    getParentRoute,
    path: 'mitigations',
    validateSearch: readLedgerFilter,
    component: MitigationsPage,
  }),
  createRoute({ getParentRoute, path: 'board', component: BoardPage }),
] as const;

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
const partOfRmf = /^(GOVERN|MAP|MEASURE|MANAGE)( \d{1,2}(\.\d{1,2})?)?$/;

/** Reads how the ledger is cut from an address; what does not belong there is dropped. */
function readLedgerFilter({ stage, status, approach, rmf }: Record<string, unknown>): LedgerFilter {
  const filter: LedgerFilter = {};
  if (typeof stage === 'string' && stage in mitigationStage) filter.stage = stage as LedgerFilter['stage'];
  if (typeof status === 'string' && status.split(',').every((one) => one in mitigationStatus))
    filter.status = status;
  if (typeof approach === 'string' && /^[a-z0-9-]{1,60}$/.test(approach)) filter.approach = approach;
  if (typeof rmf === 'string' && partOfRmf.test(rmf)) filter.rmf = rmf;
  return filter;
}

/** `/board?system=<id>&line=MEASURE+2.13`: one system's board, and the line whose statements stand beside it. */
export interface BoardSearch {
  system?: string;
  line?: string;
}

function readBoardSearch({ system, line }: Record<string, unknown>): BoardSearch {
  return {
    ...(typeof system === 'string' && /^[0-9a-f-]{36}$/i.test(system) ? { system } : {}),
    ...(typeof line === 'string' && partOfRmf.test(line) ? { line } : {}),
  };
}

export const governanceRoutes = [
  createRoute({
    getParentRoute,
    path: 'mitigations',
    validateSearch: readLedgerFilter,
    component: MitigationsPage,
  }),
  createRoute({ getParentRoute, path: 'board', validateSearch: readBoardSearch, component: BoardPage }),
] as const;

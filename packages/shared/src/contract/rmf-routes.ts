import { z } from 'zod';
import { IncidentKey } from './incident-record.js';
import { Id } from './primitives.js';
import {
  NewRmfMapping,
  NewRmfStatement,
  RmfBoard,
  RmfBoardQuery,
  RmfMapping,
  RmfMappingEdit,
  RmfStatement,
  RmfStatementEdit,
  RmfStatementQuery,
} from './rmf.js';
import { route } from './route.js';

const tag = 'NIST AI RMF';
const OfIncident = z.object({ key: IncidentKey });
export const RmfMappingParams = z.object({ key: IncidentKey, id: Id });
export const RmfStatementParams = z.object({ id: Id });

const exampleMapping = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8e01',
  subcategory: 'MEASURE 2.13',
  assessment: 'gap',
  evidence: 'The metric was never re-validated after the release.',
  owner: null,
  dueOn: '2026-12-14',
  version: 1,
  createdAt: '2026-11-19T14:20:00.000Z',
  updatedAt: '2026-11-19T14:20:00.000Z',
} as const;
const at = { key: 'INC-158' };
const one = { key: 'INC-158', id: exampleMapping.id };

export const listRmfMappings = route('GET /incidents/:key/rmf', {
  summary: 'List what an incident says about NIST AI RMF subcategories',
  tag,
  access: { role: 'viewer', scope: 'incidents:read' },
  params: OfIncident,
  success: { status: 200, body: z.object({ items: z.array(RmfMapping) }) },
  example: { params: at, response: { items: [exampleMapping] } },
});

export const addRmfMapping = route('POST /incidents/:key/rmf', {
  summary: 'Assess a subcategory by what an incident shows',
  tag,
  access: { role: 'reporter', scope: 'incidents:write' },
  params: OfIncident,
  body: NewRmfMapping,
  success: { status: 201, body: RmfMapping },
  idempotent: true,
  example: {
    params: at,
    body: {
      subcategory: 'MEASURE 2.13',
      assessment: 'gap',
      evidence: exampleMapping.evidence,
      dueOn: exampleMapping.dueOn,
    },
    response: exampleMapping,
  },
});

export const editRmfMapping = route('PATCH /incidents/:key/rmf/:id', {
  summary: 'Edit an assessment',
  tag,
  access: { role: 'reporter', scope: 'incidents:write' },
  params: RmfMappingParams,
  body: RmfMappingEdit,
  success: { status: 200, body: RmfMapping },
  ifMatch: true,
  example: {
    params: one,
    body: { assessment: 'failed_control' },
    response: { ...exampleMapping, assessment: 'failed_control', version: 2 },
  },
});

export const removeRmfMapping = route('DELETE /incidents/:key/rmf/:id', {
  summary: 'Take an assessment back',
  tag,
  access: { role: 'triager', scope: 'incidents:write' },
  params: RmfMappingParams,
  success: { status: 204, body: null },
  example: { params: one, response: null },
});

const exampleStatement = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8e02',
  systemId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10',
  systemName: 'Feed ranker',
  subcategory: 'MEASURE 2.4',
  state: 'in_place',
  target: 'Every proxy has an intent measure beside it.',
  evidence: 'Weekly panel since August.',
  owner: null,
  evidenceOn: '2026-11-02',
  reviewOn: '2027-02-01',
  version: 1,
  createdAt: '2026-08-03T09:00:00.000Z',
  updatedAt: '2026-11-02T09:00:00.000Z',
} as const;

export const listRmfStatements = route('GET /rmf/statements', {
  summary: 'List where systems stand on subcategories',
  tag,
  access: { role: 'viewer', scope: 'workspace:read' },
  query: RmfStatementQuery,
  success: { status: 200, body: z.object({ items: z.array(RmfStatement) }) },
  example: { query: { subcategory: 'MEASURE 2.4' }, response: { items: [exampleStatement] } },
});

export const addRmfStatement = route('POST /rmf/statements', {
  summary: 'State where a system stands on a subcategory',
  tag,
  access: { role: 'triager', scope: 'workspace:write' },
  body: NewRmfStatement,
  success: { status: 201, body: RmfStatement },
  idempotent: true,
  example: {
    body: {
      systemId: exampleStatement.systemId,
      subcategory: 'MEASURE 2.4',
      state: 'in_place',
      target: exampleStatement.target,
      evidence: exampleStatement.evidence,
      evidenceOn: exampleStatement.evidenceOn,
      reviewOn: exampleStatement.reviewOn,
    },
    response: exampleStatement,
  },
});

export const editRmfStatement = route('PATCH /rmf/statements/:id', {
  summary: 'Edit a statement',
  tag,
  access: { role: 'triager', scope: 'workspace:write' },
  params: RmfStatementParams,
  body: RmfStatementEdit,
  success: { status: 200, body: RmfStatement },
  ifMatch: true,
  example: {
    params: { id: exampleStatement.id },
    body: { state: 'in_progress' },
    response: { ...exampleStatement, state: 'in_progress', version: 2 },
  },
});

const exampleFigures = {
  incidents: 4,
  open: 2,
  gaps: 3,
  failedControls: 1,
  worked: 0,
  improvements: 1,
  mitigations: 2,
  statements: 1,
  inPlace: 0,
  evidenceOn: '2026-11-02',
};

export const readRmfBoard = route('GET /rmf/board', {
  summary: 'Count incidents, gaps and mitigations by subcategory',
  description:
    'All 72 subcategories and 19 categories in the order of NIST; only incidents that the caller may see are counted.',
  tag,
  access: { role: 'viewer', scope: 'workspace:read' },
  query: RmfBoardQuery,
  success: { status: 200, body: RmfBoard },
  example: {
    response: {
      items: [{ subcategory: 'MEASURE 2.13', ...exampleFigures }],
      categories: [{ category: 'MEASURE 2', ...exampleFigures }],
    },
  },
});

export const rmfRoutes = [
  listRmfMappings,
  addRmfMapping,
  editRmfMapping,
  removeRmfMapping,
  listRmfStatements,
  addRmfStatement,
  editRmfStatement,
  readRmfBoard,
] as const;

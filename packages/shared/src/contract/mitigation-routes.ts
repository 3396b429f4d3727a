import { z } from 'zod';
import { IncidentKey } from './incident-record.js';
import {
  Mitigation,
  MitigationEdit,
  MitigationList,
  MitigationPage,
  MitigationQuery,
  NewMitigation,
} from './mitigation.js';
import { measureMitigation } from './mitigation-effect.js';
import { Id } from './primitives.js';
import { route } from './route.js';

const tag = 'Mitigations';
const read = { role: 'viewer', scope: 'workspace:read' } as const;
const write = { role: 'reporter', scope: 'workspace:write' } as const;
const change = { role: 'triager', scope: 'workspace:write' } as const;

export const MitigationParams = z.object({ id: Id });
export const MitigationOfIncidentParams = z.object({ key: IncidentKey, id: Id });
const OfIncident = z.object({ key: IncidentKey });

const example: z.input<typeof Mitigation> = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8d01',
  title: 'Reply weight capped at .3',
  approach: 'metric-redesign',
  approachName: 'Metric redesign',
  stage: 'specification',
  action: 'Predicted replies count .3 instead of 1.5 in the ranking score.',
  status: 'active',
  owner: null,
  dueOn: '2026-10-22',
  cost: 'low',
  robustness: 'moderate',
  failureMode: null,
  pairId: null,
  effect: { value: 2.3, low: 0.4, high: 4.2, unit: 'points', measuredOn: '2026-11-19' },
  activeAt: '2026-10-22T09:00:00.000Z',
  incidents: [{ key: 'INC-158', title: 'Support chat agrees with wrong claims' }],
  version: 1,
  createdAt: '2026-10-20T09:00:00.000Z',
  updatedAt: '2026-10-22T09:00:00.000Z',
};
const at = { id: example.id };

export const listMitigations = route('GET /mitigations', {
  summary: 'List mitigations, newest first',
  tag,
  access: read,
  query: MitigationQuery,
  success: { status: 200, body: MitigationPage },
  example: { query: { status: 'active' }, response: { items: [example], next: null } },
});

export const addMitigation = route('POST /mitigations', {
  summary: 'Propose or record a mitigation',
  description: 'The stage is that of the technique unless it is said.',
  tag,
  access: write,
  body: NewMitigation,
  success: { status: 201, body: Mitigation },
  idempotent: true,
  example: {
    body: {
      title: example.title,
      approach: example.approach,
      action: example.action,
      status: 'active',
      cost: 'low',
      robustness: 'moderate',
      dueOn: '2026-10-22',
      effect: example.effect,
      incident: 'INC-158',
    },
    response: example,
  },
});

export const getMitigation = route('GET /mitigations/:id', {
  summary: 'Read a mitigation',
  tag,
  access: read,
  params: MitigationParams,
  success: { status: 200, body: Mitigation },
  example: { params: at, response: example },
});

export const editMitigation = route('PATCH /mitigations/:id', {
  summary: 'Edit a mitigation, or move its status',
  tag,
  access: change,
  params: MitigationParams,
  body: MitigationEdit,
  success: { status: 200, body: Mitigation },
  ifMatch: true,
  example: {
    params: at,
    body: { status: 'verified' },
    response: { ...example, status: 'verified', version: 2 },
  },
});

export const listIncidentMitigations = route('GET /incidents/:key/mitigations', {
  summary: 'List the mitigations of an incident',
  tag,
  access: { role: 'viewer', scope: 'incidents:read' },
  params: OfIncident,
  success: { status: 200, body: MitigationList },
  example: { params: { key: 'INC-158' }, response: { items: [example] } },
});

export const linkMitigation = route('PUT /incidents/:key/mitigations/:id', {
  summary: 'Say that a mitigation treats an incident',
  tag,
  access: { role: 'reporter', scope: 'incidents:write' },
  params: MitigationOfIncidentParams,
  success: { status: 200, body: Mitigation },
  example: { params: { key: 'INC-158', id: example.id }, response: example },
});

export const unlinkMitigation = route('DELETE /incidents/:key/mitigations/:id', {
  summary: 'Take back that a mitigation treats an incident',
  tag,
  access: { role: 'triager', scope: 'incidents:write' },
  params: MitigationOfIncidentParams,
  success: { status: 204, body: null },
  example: { params: { key: 'INC-158', id: example.id }, response: null },
});

export const mitigationRoutes = [
  listMitigations,
  addMitigation,
  getMitigation,
  measureMitigation,
  editMitigation,
  listIncidentMitigations,
  linkMitigation,
  unlinkMitigation,
] as const;

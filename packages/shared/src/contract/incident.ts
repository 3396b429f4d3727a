import { z } from 'zod';
import { IncidentEdit, NewIncident } from './incident-edit.js';
import {
  CappedCount,
  IncidentFilter,
  IncidentListQuery,
  SimilarIncident,
  SimilarQuery,
} from './incident-list.js';
import { IncidentMove } from './incident-move.js';
import { Incident, IncidentKey, IncidentRow } from './incident-record.js';
import { exportIncidents } from './incident-export.js';
import { evidenceFileRoutes } from './evidence-file.js';
import { logDraftRoutes } from './log-draft.js';
import { incidentTalkRoutes } from './incident-talk-routes.js';
import { exampleIncident, exampleLabel, exampleRow } from './incident-example.js';
import { pageOf } from './primitives.js';
import { route } from './route.js';

const tag = 'Incidents';
const params = z.object({ key: IncidentKey });
const at = { key: 'INC-158' };
const read = { role: 'viewer', scope: 'incidents:read' } as const;
const write = { role: 'reporter', scope: 'incidents:write' } as const;
const triage = { role: 'triager', scope: 'incidents:write' } as const;

export const logIncident = route('POST /incidents', {
  summary: 'Log an incident',
  description: 'Only the title is required. It starts as `pending`, until somebody triages it.',
  tag,
  access: write,
  body: NewIncident,
  success: { status: 201, body: Incident },
  idempotent: true,
  example: {
    body: {
      title: 'Support chat agrees with wrong claims',
      intendedGoal: 'Customers leave with the right answer.',
      specifiedObjective: 'Maximise the thumbs-up rate.',
      observedBehaviour: 'The chat now confirms wrong claims.',
      severity: 'sev2',
      environment: 'production',
      labels: { mechanism: [exampleLabel] },
    },
    response: exampleIncident,
  },
});

export const listIncidents = route('GET /incidents', {
  summary: 'List incidents',
  description: 'Filters combine with "and"; several values of one filter, separated by commas, with "or".',
  tag,
  access: read,
  query: IncidentListQuery,
  success: { status: 200, body: pageOf(IncidentRow) },
  example: {
    query: { state: 'accepted', severity: 'sev1,sev2' },
    response: { items: [exampleRow], next: null },
  },
});

export const countIncidents = route('GET /incidents/count', {
  summary: 'Count the incidents of a filter, up to 1,000',
  tag,
  access: read,
  query: IncidentFilter,
  success: { status: 200, body: CappedCount },
  example: { query: { state: 'pending' }, response: { count: 16, capped: false } },
});

export const findSimilar = route('GET /incidents/similar', {
  summary: 'Find incidents like the one being written, each with its why',
  tag,
  access: read,
  query: SimilarQuery,
  success: { status: 200, body: z.object({ items: z.array(SimilarIncident) }) },
  example: {
    query: { title: 'Support chat agrees with false claims' },
    response: {
      items: [
        {
          key: 'INC-158',
          title: 'Support chat agrees with wrong claims',
          severity: 'sev2',
          triageState: 'pending',
          status: null,
          why: ['similar title', 'same system'],
          score: 0.74,
        },
      ],
    },
  },
});

export const getIncident = route('GET /incidents/:key', {
  summary: 'Read an incident',
  tag,
  access: read,
  params,
  success: { status: 200, body: Incident },
  example: { params: at, response: exampleIncident },
});

export const editIncident = route('PATCH /incidents/:key', {
  summary: 'Edit an incident, field by field',
  description:
    'A stale version answers 412 with the record as it is now (`current`) and the fields `changed` since.',
  tag,
  access: write,
  params,
  body: IncidentEdit,
  success: { status: 200, body: Incident },
  ifMatch: true,
  example: {
    params: at,
    body: { severity: 'sev1' },
    response: { ...exampleIncident, severity: 'sev1', version: 2 },
  },
});

export const moveIncident = route('POST /incidents/:key/moves', {
  summary: 'Take an incident a step further in its life',
  tag,
  access: triage,
  params,
  body: IncidentMove,
  success: { status: 200, body: Incident },
  idempotent: true,
  example: {
    params: at,
    body: { verb: 'accept' },
    response: {
      ...exampleIncident,
      triageState: 'accepted',
      status: 'open',
      substatus: 'new',
      acceptedAt: '2026-11-20T09:00:00.000Z',
      version: 2,
    },
  },
});

export const incidentRoutes = [
  logIncident,
  listIncidents,
  countIncidents,
  exportIncidents,
  findSimilar,
  getIncident,
  editIncident,
  moveIncident,
  ...incidentTalkRoutes,
  ...evidenceFileRoutes,
  ...logDraftRoutes,
] as const;

import { z } from 'zod';
import {
  IncidentClocks,
  NewReportingClock,
  ReportingClock,
  ReportingClockEdit,
  ReportingClockPage,
  ReportingClockQuery,
} from './clock.js';
import { IncidentKey } from './incident-record.js';
import { Id } from './primitives.js';
import { route } from './route.js';

const tag = 'Reporting clocks';
const read = { role: 'viewer', scope: 'incidents:read' } as const;
const write = { role: 'triager', scope: 'incidents:write' } as const;

const OfIncident = z.object({ key: IncidentKey });
export const ClockParams = z.object({ key: IncidentKey, id: Id });

const example: z.input<typeof ReportingClock> = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8e41',
  incident: { key: 'INC-158', title: 'Support chat agrees with wrong claims' },
  duty: 'eu-aia-73-general',
  name: 'Serious incident of a high-risk system',
  authority: 'Market surveillance authority of the member state where it happened',
  startsAt: '2026-11-19T14:20:00.000Z',
  dueAt: '2026-12-04T14:20:00.000Z',
  state: 'running',
  note: '',
  settledAt: null,
  settledBy: null,
  version: 1,
  createdAt: '2026-11-19T15:00:00.000Z',
  updatedAt: '2026-11-19T15:00:00.000Z',
};
const at = { key: 'INC-158' };

export const listIncidentClocks = route('GET /incidents/:key/clocks', {
  summary: 'Read the reporting clocks of an incident, and which duties a rule proposes',
  description:
    'Proposals go by where its systems are at work, in which role, and what happened. They are not legal advice.',
  tag,
  access: read,
  params: OfIncident,
  success: { status: 200, body: IncidentClocks },
  example: { params: at, response: { items: [example], proposals: [] } },
});

export const addIncidentClock = route('POST /incidents/:key/clocks', {
  summary: 'Start a reporting clock, or write down why a duty does not hold',
  description:
    'A duty of the catalogue brings its name, its authority and its period, which runs from when you became aware of the incident; each can be given otherwise.',
  tag,
  access: write,
  params: OfIncident,
  body: NewReportingClock,
  success: { status: 201, body: ReportingClock },
  idempotent: true,
  example: { params: at, body: { duty: 'eu-aia-73-general' }, response: example },
});

export const editIncidentClock = route('PATCH /incidents/:key/clocks/:id', {
  summary: 'Edit a reporting clock, or settle it: reported, or not reportable and why',
  tag,
  access: write,
  params: ClockParams,
  body: ReportingClockEdit,
  success: { status: 200, body: ReportingClock },
  ifMatch: true,
  example: {
    params: { ...at, id: example.id },
    body: { state: 'reported', note: 'Filed as MSA-2026-118.' },
    response: {
      ...example,
      state: 'reported',
      note: 'Filed as MSA-2026-118.',
      settledAt: '2026-11-28T09:00:00.000Z',
      settledBy: { id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10', name: 'Hana Sato' },
      version: 2,
    },
  },
});

export const listClocks = route('GET /clocks', {
  summary: 'List reporting clocks of the incidents that you may see, what is due first before the others',
  tag,
  access: read,
  query: ReportingClockQuery,
  success: { status: 200, body: ReportingClockPage },
  example: { response: { items: [example], next: null } },
});

export const clockRoutes = [listIncidentClocks, addIncidentClock, editIncidentClock, listClocks] as const;

import { z } from 'zod';
import { exampleIncident, exampleRow } from './incident-example.js';
import { CappedCount } from './incident-list.js';
import { Incident, IncidentKey, IncidentRow, PersonRef } from './incident-record.js';
import { Instant, pageOf, PageQuery } from './primitives.js';
import { route } from './route.js';

/** Who is looking at an incident, and until when others leave it to them. */
export const Lease = z.object({ holder: PersonRef, until: Instant, mine: z.boolean() }).meta({ id: 'Lease' });
export type Lease = z.infer<typeof Lease>;

/** An incident that waits for a decision, or sleeps. */
export const QueueRow = z
  .object({
    ...IncidentRow.shape,
    snoozedUntil: Instant.nullable(),
    /** Null while nobody looks at it. */
    lease: Lease.nullable(),
  })
  .meta({ id: 'QueueRow' });
export type QueueRow = z.infer<typeof QueueRow>;

/** `waiting`: pending, or snoozed until a time that has come. `snoozed`: still asleep. */
export const QueueQuery = z.object({
  ...PageQuery.shape,
  part: z.enum(['waiting', 'snoozed']).default('waiting'),
});
export type QueueQuery = z.infer<typeof QueueQuery>;

export const QueueFigures = z
  .object({
    waiting: CappedCount,
    snoozed: CappedCount,
    /** Decisions of everybody since midnight, in the time zone of the workspace. */
    decidedToday: z.number().int(),
    nextMeetingAt: Instant,
  })
  .meta({ id: 'QueueFigures' });
export type QueueFigures = z.infer<typeof QueueFigures>;

/** Which move is to be undone: the version of the record that it led to. */
export const MoveToUndo = z.strictObject({ version: z.number().int().min(1) }).meta({ id: 'MoveToUndo' });
export type MoveToUndo = z.infer<typeof MoveToUndo>;

export const LeaseRequest = z
  .strictObject({ takeOver: z.boolean().default(false) })
  .meta({ id: 'LeaseRequest' });
export type LeaseRequest = z.infer<typeof LeaseRequest>;

const tag = 'Triage';
const params = z.object({ key: IncidentKey });
const at = { key: 'INC-158' };
const holder = { id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a22', name: 'Mateus Carvalho' };
const lease = { holder, until: '2026-11-20T09:05:00.000Z', mine: true };

export const listQueue = route('GET /triage', {
  summary: 'List what waits for triage, worst first, then newest first',
  description: 'Drills and reference cases do not wait here.',
  tag,
  access: { role: 'viewer', scope: 'incidents:read' },
  query: QueueQuery,
  success: { status: 200, body: pageOf(QueueRow) },
  example: {
    query: { part: 'waiting' },
    response: {
      items: [
        {
          ...exampleRow,
          triageState: 'pending',
          status: null,
          substatus: null,
          snoozedUntil: null,
          lease: { ...lease, mine: false },
        },
      ],
      next: null,
    },
  },
});

export const readQueueFigures = route('GET /triage/figures', {
  summary: 'Count what waits, what sleeps and what was decided today; when the next meeting is',
  tag,
  access: { role: 'viewer', scope: 'incidents:read' },
  success: { status: 200, body: QueueFigures },
  example: {
    response: {
      waiting: { count: 16, capped: false },
      snoozed: { count: 4, capped: false },
      decidedToday: 6,
      nextMeetingAt: '2026-11-24T09:00:00.000Z',
    },
  },
});

export const takeLease = route('PUT /incidents/:key/lease', {
  summary: 'Say that you are looking at an incident, for five minutes',
  description:
    'Answers with who holds it: you, or somebody who was first. `takeOver` takes it from them. You hold one at a time. ' +
    'It keeps nobody from deciding.',
  tag,
  access: { role: 'triager', scope: null },
  params,
  body: LeaseRequest,
  success: { status: 200, body: Lease },
  example: { params: at, body: {}, response: lease },
});

export const releaseLease = route('DELETE /incidents/:key/lease', {
  summary: 'Stop looking at an incident',
  tag,
  access: { role: 'triager', scope: null },
  params,
  success: { status: 204, body: null },
  example: { params: at, response: null },
});

export const undoMove = route('POST /incidents/:key/undo', {
  summary: 'Take your own last move back',
  description:
    'Everything is as it was before the move, merged comments included. Refused with 409 once anything else about the ' +
    'incident has changed, and for a move of somebody else.',
  tag,
  access: { role: 'triager', scope: 'incidents:write' },
  params,
  body: MoveToUndo,
  success: { status: 200, body: Incident },
  idempotent: true,
  example: { params: at, body: { version: 2 }, response: { ...exampleIncident, version: 3 } },
});

export const triageRoutes = [listQueue, readQueueFigures, takeLease, releaseLease, undoMove] as const;

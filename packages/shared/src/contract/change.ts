import { z } from 'zod';
import { IncidentKey } from './incident-record.js';
import { ActorRef, Instant } from './primitives.js';
import { route } from './route.js';

const tag = 'Changes';

/**
 * One thing that happened in a workspace, as much as everybody who may read there may know. About incidents it says
 * which, what and who; about everything else only what kind of thing changed.
 */
export const Change = z
  .object({
    /** Gap-free number within the workspace, in the order of commits: continue after the last one you saw. */
    seq: z.number().int(),
    at: Instant,
    /** What kind of thing changed: `incident`, `mitigation`, `pair`, ... */
    kind: z.string(),
    /** What happened, for incidents: `incident.accept`. */
    verb: z.string().nullable(),
    incident: IncidentKey.nullable(),
    /** The incident's version after the change, where the change made one. */
    version: z.number().int().nullable(),
    by: ActorRef.nullable(),
  })
  .meta({ id: 'Change' });
export type Change = z.infer<typeof Change>;

export const ChangesQuery = z.object({
  /** The last `seq` that the caller knows; left out: nothing but the present end. */
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
export type ChangesQuery = z.output<typeof ChangesQuery>;

export const Changes = z
  .object({
    items: z.array(Change),
    /** Ask again with `after` set to this. */
    next: z.number().int(),
    /** Whether there is more already. */
    more: z.boolean(),
  })
  .meta({ id: 'Changes' });
export type Changes = z.infer<typeof Changes>;

/** A page that is left open names its workspace in the address: an event stream sends no headers of its own. */
export const ChangeStreamQuery = z.object({
  workspace: z.string().max(100).optional(),
  /** As in `GET /changes`, for a stream that continues an earlier one; `Last-Event-ID` is stronger. */
  after: ChangesQuery.shape.after,
});
export type ChangeStreamQuery = z.output<typeof ChangeStreamQuery>;

const example: Change = {
  seq: 1841,
  at: '2026-11-19T14:20:00.000Z',
  kind: 'incident',
  verb: 'incident.accept',
  incident: 'INC-158',
  version: 4,
  by: { kind: 'person', id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10', name: 'Hana Sato' },
};

export const listChanges = route('GET /changes', {
  summary: 'Read what changed since you last looked',
  description:
    'Without `after` it answers where the record ends now. Changes of incidents that the caller may not see are left out.',
  tag,
  access: { role: 'viewer', scope: 'incidents:read' },
  query: ChangesQuery,
  success: { status: 200, body: Changes },
  example: { query: { after: 1840 }, response: { items: [example], next: 1841, more: false } },
});

export const followChanges = route('GET /changes/stream', {
  summary: 'Follow changes as they happen',
  description:
    'An event stream (`text/event-stream`). Each event is named `change`, its `id` is the `seq` and its data one Change ' +
    'as JSON. Send `Last-Event-ID` (or `after`) to begin after a number; without it the stream begins now. A comment line every ' +
    '15 seconds shows that it lives. The stream ends after a minute so that rights are looked at again: connect anew ' +
    'with the last id, as an EventSource does by itself.',
  tag,
  access: { role: 'viewer', scope: 'incidents:read' },
  query: ChangeStreamQuery,
  success: { status: 200, body: null, stream: true },
  example: { response: `id: ${example.seq}\nevent: change\ndata: ${JSON.stringify(example)}\n\n` },
});

export const changeRoutes = [listChanges, followChanges] as const;

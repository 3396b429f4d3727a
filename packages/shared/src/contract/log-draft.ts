import { z } from 'zod';
import { Instant } from './primitives.js';
import { route } from './route.js';

const tag = 'Incidents';
const access = { role: 'reporter', scope: null } as const;
const mostSigns = 200_000;

/** What stands in the form so far, by name of the field; the form alone knows what it means. */
const Draft = z
  .record(z.string().max(60), z.unknown())
  .refine((draft) => JSON.stringify(draft).length <= mostSigns, 'A draft holds at most 200,000 characters');

/** What somebody has begun to log, and when it was last saved; nulls where nothing is begun. */
export const LogDraft = z
  .object({ draft: Draft.nullable(), savedAt: Instant.nullable() })
  .meta({ id: 'LogDraft' });
export type LogDraft = z.infer<typeof LogDraft>;

export const LogDraftChange = z.strictObject({ draft: Draft.nullable() }).meta({ id: 'LogDraftChange' });
export type LogDraftChange = z.infer<typeof LogDraftChange>;

const draft = { title: 'Support chat agrees with wrong claims' };
const savedAt = '2026-11-20T09:00:00.000Z';

export const readLogDraft = route('GET /log-draft', {
  summary: 'Read what you have begun to log',
  tag,
  access,
  success: { status: 200, body: LogDraft },
  example: { response: { draft, savedAt } },
});

export const saveLogDraft = route('PUT /log-draft', {
  summary: 'Keep what you have begun to log, or forget it with null',
  description: 'Seen by nobody else, and no part of the record.',
  tag,
  access,
  body: LogDraftChange,
  success: { status: 200, body: LogDraft },
  example: { body: { draft }, response: { draft, savedAt } },
});

export const logDraftRoutes = [readLogDraft, saveLogDraft] as const;

import { z } from 'zod';
import { incidentLinkKind } from '../taxonomy/values/incident.js';
import { valuesOf } from '../taxonomy/values.js';
import { IncidentKey } from './incident-record.js';
import { ActorRef, Id, Instant, text, WebAddress } from './primitives.js';

/** What somebody said about an incident, in Markdown; `@` and the whole name of a member mentions them. A removed comment keeps its place and loses its words. */
export const Comment = z
  .object({
    id: Id,
    author: ActorRef,
    body: z.string(),
    createdAt: Instant,
    editedAt: Instant.nullable(),
    removed: z.boolean(),
    mine: z.boolean(),
    /** Its author and administrators may. */
    mayRemove: z.boolean(),
    /** Key of the duplicate under which it was said; null where it was said here. */
    from: z.string().nullable(),
  })
  .meta({ id: 'Comment' });
export type Comment = z.infer<typeof Comment>;

/** What a comment said until it was rewritten. */
export const CommentVersion = z.object({ body: z.string(), until: Instant }).meta({ id: 'CommentVersion' });
export type CommentVersion = z.infer<typeof CommentVersion>;

export const NewComment = z.strictObject({ body: text(20_000) }).meta({ id: 'NewComment' });
export type NewComment = z.infer<typeof NewComment>;

/** What supports an incident: an address, the words of a conversation, or a file. */
export const Evidence = z
  .object({
    id: Id,
    kind: z.enum(['link', 'transcript', 'file']),
    title: z.string(),
    /** The address, or the words; empty for a file. */
    content: z.string(),
    /** What is known of a file; null for the other kinds. */
    file: z.object({ mediaType: z.string(), size: z.number().int(), sha256: z.string() }).nullable(),
    addedBy: z.string(),
    addedAt: Instant,
    mine: z.boolean(),
    /** Key of the duplicate to which it was added; null where it was added here. */
    from: z.string().nullable(),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

export const NewEvidence = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('link'), title: text(300), content: WebAddress }),
    z.strictObject({ kind: z.literal('transcript'), title: text(300), content: text(200_000) }),
  ])
  .meta({ id: 'NewEvidence' });
export type NewEvidence = z.infer<typeof NewEvidence>;

/** How one incident relates to another; `outgoing` reads "this one is <kind> that one". */
export const IncidentLink = z
  .object({
    id: Id,
    kind: z.enum(valuesOf(incidentLinkKind)),
    outgoing: z.boolean(),
    key: z.string(),
    title: z.string(),
  })
  .meta({ id: 'IncidentLink' });
export type IncidentLink = z.infer<typeof IncidentLink>;

export const NewIncidentLink = z
  .strictObject({ kind: z.enum(['similar_to', 'caused_by', 'regression_of', 'variant_of']), to: IncidentKey })
  .meta({ id: 'NewIncidentLink' });
export type NewIncidentLink = z.infer<typeof NewIncidentLink>;

/** One entry of the append-only record. `payload` is null once it has been redacted. */
export const ActivityEntry = z
  .object({
    seq: z.number().int(),
    at: Instant,
    actor: ActorRef,
    verb: z.string(),
    payload: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'ActivityEntry' });
export type ActivityEntry = z.infer<typeof ActivityEntry>;

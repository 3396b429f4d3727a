import type {
  ActivityEntry,
  Comment,
  Evidence,
  IncidentLink,
} from '@plumbline/shared/contract/incident-talk';
import { type Mentionable, showMentions } from '@plumbline/shared/incident/mentions';
import type { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import { Parameters } from '../platform/database/parameters.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { pageFrom, readCursor } from '../platform/endpoint/cursor.js';
import { keyOf } from './incident.queries.js';
import { namesIn } from '../people/names-in.js';
import { visibleTo } from '../people/visible-to.js';
import { withDuplicates } from './with-duplicates.js';

interface Page<T> {
  items: T[];
  next: string | null;
}
interface Paging {
  cursor?: string | undefined;
  limit: number;
}

/** Words said under an incident's own key come from nowhere else; others name the duplicate. */
const from = (home: string, incident: string) =>
  `(SELECT d.number FROM incident d WHERE d.workspace_id = ${home}.workspace_id AND d.id = ${home}.incident_id
      AND d.id <> ${incident}::uuid) AS "fromNumber"`;

const comment = `
  c.id, jsonb_build_object('kind', c.author_kind, 'id', c.author_id, 'name', c.author_name) AS author,
  c.body, c.created_at AS "createdAt", c.edited_at AS "editedAt", c.removed_at IS NOT NULL AS removed`;

type Stored<T> = Omit<T, 'from'> & { fromNumber: number | null };
type StoredComment = Omit<Stored<Comment>, 'mine' | 'mayRemove'>;

function named<T extends { fromNumber: number | null }>({ fromNumber, ...row }: T) {
  return { ...isoTimes(row), from: fromNumber === null ? null : keyOf(fromNumber) };
}

function presented(caller: MemberCaller, row: StoredComment, people: readonly Mentionable[]): Comment {
  const mine = row.author.kind === caller.actor.kind && row.author.id === caller.actor.id;
  return {
    ...(named(row) as unknown as Comment),
    body: showMentions(row.body, people),
    mine,
    mayRemove: mine || caller.role === 'admin',
  };
}

/** The comments of an incident that the caller has been found to see, and of its duplicates, oldest first. */
export async function listComments(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
  page: Paging,
): Promise<Page<Comment>> {
  const [at, id] = readCursor(page.cursor, 2) ?? [
    '1970-01-01T00:00:00Z',
    '00000000-0000-0000-0000-000000000000',
  ];
  const parameters = new Parameters();
  const incident = parameters.add(incidentId);
  const rows = await database.query<StoredComment>(
    `SELECT ${comment}, ${from('c', incident)} FROM incident_comment c
      WHERE c.workspace_id = ${parameters.add(caller.workspaceId)}
        AND c.incident_id IN ${withDuplicates(caller, parameters, incidentId)}
        AND (c.created_at, c.id) > (${parameters.add(at)}::timestamptz, ${parameters.add(id)}::uuid)
      ORDER BY c.created_at, c.id LIMIT ${parameters.add(page.limit + 1)}`,
    parameters.values,
  );
  const people = await namesIn(database, caller.workspaceId, rows.map(({ body }) => body).join(' '));
  return pageFrom(
    rows.map((row) => presented(caller, row, people)),
    page.limit,
    (one) => [one.createdAt, one.id],
  );
}

/** @returns one comment of an incident or of its duplicates, with the incident under whose key it was said */
export async function readComment(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
  id: string,
): Promise<{ comment: Comment; homeId: string } | null> {
  const parameters = new Parameters();
  const incident = parameters.add(incidentId);
  const row = await database.first<StoredComment & { homeId: string }>(
    `SELECT ${comment}, ${from('c', incident)}, c.incident_id AS "homeId" FROM incident_comment c
      WHERE c.workspace_id = ${parameters.add(caller.workspaceId)} AND c.id = ${parameters.add(id)}
        AND c.incident_id IN ${withDuplicates(caller, parameters, incidentId)}`,
    parameters.values,
  );
  if (!row) return null;
  const { homeId, ...stored } = row;
  const people = await namesIn(database, caller.workspaceId, row.body);
  return { comment: presented(caller, stored as StoredComment, people), homeId };
}

/** @returns one piece of evidence of an incident or of its duplicates, with the incident it was added to */
export async function readEvidence(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
  id: string,
): Promise<{ evidence: Evidence; homeId: string } | null> {
  const [row] = await selectEvidence(database, caller, incidentId, id);
  if (!row) return null;
  const { homeId, ...evidence } = row;
  return { evidence, homeId };
}

export async function listEvidence(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
): Promise<{ items: Evidence[] }> {
  const rows = await selectEvidence(database, caller, incidentId);
  return {
    items: rows.map((row) => {
      const { homeId: _, ...evidence } = row;
      return evidence;
    }),
  };
}

async function selectEvidence(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
  id?: string,
): Promise<(Evidence & { homeId: string })[]> {
  const parameters = new Parameters();
  const incident = parameters.add(incidentId);
  const rows = await database.query<Stored<Evidence> & { homeId: string }>(
    `SELECT e.id, e.kind, e.title, e.content, CASE WHEN f.evidence_id IS NOT NULL
                 THEN jsonb_build_object('mediaType', f.media_type, 'size', f.size_bytes, 'sha256', encode(f.sha256, 'hex'))
             END AS file, e.added_by_name AS "addedBy", e.added_at AS "addedAt",
            e.added_by_id IS NOT DISTINCT FROM ${parameters.add(caller.actor.id)}::uuid AS mine,
            e.incident_id AS "homeId", ${from('e', incident)}
       FROM incident_evidence e
       LEFT JOIN evidence_file f ON f.workspace_id = e.workspace_id AND f.evidence_id = e.id
      WHERE e.workspace_id = ${parameters.add(caller.workspaceId)} ${id ? `AND e.id = ${parameters.add(id)}` : ''}
        AND e.incident_id IN ${withDuplicates(caller, parameters, incidentId)}
      ORDER BY e.added_at, e.id LIMIT 500`,
    parameters.values,
  );
  return rows.map((row) => named(row) as unknown as Evidence & { homeId: string });
}

/** Relations in both directions, those of its duplicates too; only to incidents that the caller may see. */
export async function listLinks(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
): Promise<{ items: IncidentLink[] }> {
  const parameters = new Parameters();
  const workspace = parameters.add(caller.workspaceId);
  const incident = parameters.add(incidentId);
  const here = withDuplicates(caller, parameters, incidentId);
  const rows = await database.query<Omit<IncidentLink, 'key'> & { number: number }>(
    `SELECT DISTINCT ON (x.kind, i.number, x.outgoing) x.id, x.kind, x.outgoing, i.number, i.title FROM (
       SELECT id, kind, true AS outgoing, to_id AS other_id FROM incident_link
        WHERE workspace_id = ${workspace} AND from_id IN ${here} AND to_id <> ${incident}
       UNION ALL
       SELECT id, kind, false, from_id FROM incident_link
        WHERE workspace_id = ${workspace} AND to_id IN ${here} AND from_id <> ${incident}
       UNION ALL
       SELECT id, 'duplicate_of', true, duplicate_of_id FROM incident
        WHERE workspace_id = ${workspace} AND id = ${incident} AND duplicate_of_id IS NOT NULL
       UNION ALL
       SELECT id, 'duplicate_of', false, id FROM incident
        WHERE workspace_id = ${workspace} AND duplicate_of_id = ${incident}
     ) x JOIN incident i ON i.workspace_id = ${workspace} AND i.id = x.other_id
      WHERE ${visibleTo(caller, parameters)}
      ORDER BY x.kind, i.number, x.outgoing LIMIT 500`,
    parameters.values,
  );
  return { items: rows.map(({ number, ...rest }) => ({ ...rest, key: keyOf(number) })) };
}

/** Ends a relation of an incident or of its duplicates. @returns which kind it was; null when there is none */
export async function removeLink(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
  id: string,
): Promise<{ kind: string } | null> {
  const parameters = new Parameters();
  const here = withDuplicates(caller, parameters, incidentId);
  return database.first(
    `DELETE FROM incident_link
      WHERE workspace_id = ${parameters.add(caller.workspaceId)} AND id = ${parameters.add(id)}
        AND (from_id IN ${here} OR to_id IN ${here}) RETURNING kind`,
    parameters.values,
  );
}

/** Where an activity names another incident: in a relation, or as the original of a duplicate. */
const namedIncidents = [
  "a.payload->>'to'",
  "a.payload#>>'{before,duplicateOf}'",
  "a.payload#>>'{after,duplicateOf}'",
]
  .map((place) => `substring(${place} from '^INC-(\\d{1,9})$')::int`)
  .join(', ');

/** What happened to an incident, newest first; without what would name an incident that the caller may not see. */
export async function listActivity(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
  page: Paging,
): Promise<Page<ActivityEntry>> {
  const [before] = readCursor(page.cursor, 1) ?? ['9007199254740991'];
  const parameters = new Parameters();
  const rows = await database.query<Omit<ActivityEntry, 'seq'> & { seq: string }>(
    `SELECT a.seq, a.at, a.verb, a.payload,
            jsonb_build_object('kind', a.actor_kind, 'id', a.actor_id, 'name', a.actor_name) AS actor
       FROM activity a
      WHERE a.workspace_id = ${parameters.add(caller.workspaceId)} AND a.subject_id = ${parameters.add(incidentId)}
        AND a.seq < ${parameters.add(before)}::bigint
        AND NOT EXISTS (SELECT FROM incident i WHERE i.workspace_id = a.workspace_id
                           AND i.number IN (${namedIncidents}) AND (${visibleTo(caller, parameters)}) IS NOT TRUE)
      ORDER BY a.seq DESC LIMIT ${parameters.add(page.limit + 1)}`,
    parameters.values,
  );
  const entries = rows.map(
    (row) => ({ ...(isoTimes(row) as typeof row), seq: Number(row.seq) }) as ActivityEntry,
  );
  return pageFrom(entries, page.limit, ({ seq }) => [String(seq)]);
}

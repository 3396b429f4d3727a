import type {
  ActivityEntry,
  Comment,
  Evidence,
  IncidentLink,
} from '@plumbline/shared/contract/incident-talk';
import type { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import { Parameters } from '../platform/database/parameters.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { pageFrom, readCursor } from '../platform/endpoint/cursor.js';
import { keyOf } from './incident.queries.js';
import { visibleTo } from './visible-to.js';

interface Page<T> {
  items: T[];
  next: string | null;
}
interface Paging {
  cursor?: string | undefined;
  limit: number;
}

const comment = `
  c.id, jsonb_build_object('kind', c.author_kind, 'id', c.author_id, 'name', c.author_name) AS author,
  c.body, c.created_at AS "createdAt", c.edited_at AS "editedAt", c.removed_at IS NOT NULL AS removed`;

type Stored = Omit<Comment, 'mine' | 'mayRemove'>;

function presented(caller: MemberCaller, row: Stored): Comment {
  const mine = row.author.kind === caller.actor.kind && row.author.id === caller.actor.id;
  return { ...(isoTimes(row) as Stored), mine, mayRemove: mine || caller.role === 'admin' };
}

/** The comments of an incident that the caller has been found to see, oldest first. */
export async function listComments(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
  page: Paging,
): Promise<Page<Comment>> {
  const cursor = readCursor(page.cursor, 2) ?? [
    '1970-01-01T00:00:00Z',
    '00000000-0000-0000-0000-000000000000',
  ];
  const rows = await database.query<Stored>(
    `SELECT ${comment} FROM incident_comment c
      WHERE c.workspace_id = $1 AND c.incident_id = $2 AND (c.created_at, c.id) > ($3::timestamptz, $4::uuid)
      ORDER BY c.created_at, c.id LIMIT $5`,
    [caller.workspaceId, incidentId, ...cursor, page.limit + 1],
  );
  return pageFrom(
    rows.map((row) => presented(caller, row)),
    page.limit,
    ({ createdAt, id }) => [createdAt, id],
  );
}

export async function readComment(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
  id: string,
): Promise<Comment | null> {
  const row = await database.first<Stored>(
    `SELECT ${comment} FROM incident_comment c WHERE c.workspace_id = $1 AND c.incident_id = $2 AND c.id = $3`,
    [caller.workspaceId, incidentId, id],
  );
  return row && presented(caller, row);
}

const evidence = `
  e.id, e.kind, e.title, e.content, e.added_by_name AS "addedBy", e.added_at AS "addedAt",
  e.added_by_id IS NOT DISTINCT FROM $3::uuid AS mine`;

export async function readEvidence(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
  id: string,
): Promise<Evidence | null> {
  const row = await database.first<Evidence>(
    `SELECT ${evidence} FROM incident_evidence e
      WHERE e.workspace_id = $1 AND e.incident_id = $2 AND e.id = $4`,
    [caller.workspaceId, incidentId, caller.actor.id, id],
  );
  return row && (isoTimes(row) as Evidence);
}

export async function listEvidence(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
): Promise<{ items: Evidence[] }> {
  const items = await database.query<Evidence>(
    `SELECT ${evidence} FROM incident_evidence e
      WHERE e.workspace_id = $1 AND e.incident_id = $2 ORDER BY e.added_at, e.id LIMIT 500`,
    [caller.workspaceId, incidentId, caller.actor.id],
  );
  return { items: items.map((item) => isoTimes(item) as Evidence) };
}

/** Relations in both directions, and duplicates; only to incidents that the caller may see. */
export async function listLinks(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
): Promise<{ items: IncidentLink[] }> {
  const parameters = new Parameters();
  const workspace = parameters.add(caller.workspaceId);
  const incident = parameters.add(incidentId);
  const rows = await database.query<Omit<IncidentLink, 'key'> & { number: number }>(
    `SELECT x.id, x.kind, x.outgoing, i.number, i.title FROM (
       SELECT id, kind, true AS outgoing, to_id AS other_id FROM incident_link
        WHERE workspace_id = ${workspace} AND from_id = ${incident}
       UNION ALL
       SELECT id, kind, false, from_id FROM incident_link WHERE workspace_id = ${workspace} AND to_id = ${incident}
       UNION ALL
       SELECT id, 'duplicate_of', true, duplicate_of_id FROM incident
        WHERE workspace_id = ${workspace} AND id = ${incident} AND duplicate_of_id IS NOT NULL
       UNION ALL
       SELECT id, 'duplicate_of', false, id FROM incident
        WHERE workspace_id = ${workspace} AND duplicate_of_id = ${incident}
     ) x JOIN incident i ON i.workspace_id = ${workspace} AND i.id = x.other_id
      WHERE ${visibleTo(caller, parameters)}
      ORDER BY x.kind, i.number LIMIT 500`,
    parameters.values,
  );
  return { items: rows.map(({ number, ...rest }) => ({ ...rest, key: keyOf(number) })) };
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

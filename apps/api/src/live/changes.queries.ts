import type { Change } from '@plumbline/shared/contract/change';
import { visibleTo } from '../people/visible-to.js';
import type { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import { Parameters } from '../platform/database/parameters.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';

/** Where the record of a workspace ends now. @returns the last `seq`; 0 for none */
export async function endOfRecord(database: Database, workspaceId: string): Promise<number> {
  const row = await database.first<{ seq: string }>(
    'SELECT activity_seq AS seq FROM workspace_counter WHERE workspace_id = $1',
    [workspaceId],
  );
  return Number(row?.seq ?? 0);
}

/** Where the records of several workspaces end. @returns `seq` by workspace id */
export async function endsOfRecords(
  database: Database,
  workspaceIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await database.query<{ id: string; seq: string }>(
    'SELECT workspace_id AS id, activity_seq AS seq FROM workspace_counter WHERE workspace_id = ANY ($1::uuid[])',
    [workspaceIds],
  );
  return new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
}

interface ChangeRow {
  seq: string;
  at: Date;
  kind: string;
  verb: string | null;
  number: number | null;
  version: number | null;
  by: Change['by'];
}

/**
 * The changes after a number, oldest first, as the caller may see them: an incident that is hidden from the caller is
 * not there, and nothing but the kind is told of what is no incident.
 * @returns at most `limit` rows read, and the number of the last one, hidden or not
 */
export async function changesAfter(
  database: Database,
  caller: MemberCaller,
  after: number,
  limit: number,
): Promise<{ items: Change[]; last: number; read: number }> {
  const parameters = new Parameters();
  const rows = await database.query<ChangeRow & { shown: boolean }>(
    `SELECT a.seq, a.at, a.subject_kind AS kind, (${shown(caller, parameters)}) AS shown,
            CASE WHEN i.id IS NOT NULL THEN a.verb END AS verb, i.number,
            CASE WHEN i.id IS NOT NULL THEN (a.payload->>'version')::int END AS version,
            CASE WHEN i.id IS NOT NULL
                 THEN jsonb_build_object('kind', a.actor_kind, 'id', a.actor_id, 'name', a.actor_name) END AS by
       FROM activity a
       LEFT JOIN incident i ON a.subject_kind = 'incident' AND i.workspace_id = a.workspace_id AND i.id = a.subject_id
      WHERE a.workspace_id = ${parameters.add(caller.workspaceId)} AND a.seq > ${parameters.add(after)}
      ORDER BY a.seq LIMIT ${parameters.add(limit)}`,
    parameters.values,
  );
  const items = rows.filter((row) => row.shown).map(changeOf);
  return { items, last: rows.length > 0 ? Number(rows.at(-1)!.seq) : after, read: rows.length };
}

const shown = (caller: MemberCaller, parameters: Parameters): string =>
  `a.subject_kind <> 'incident' OR (i.id IS NOT NULL AND (${visibleTo(caller, parameters)}) IS TRUE)`;

function changeOf({ number, shown: _shown, ...row }: ChangeRow & { shown: boolean }): Change {
  return {
    ...isoTimes(row),
    seq: Number(row.seq),
    incident: number === null ? null : `INC-${number}`,
  };
}

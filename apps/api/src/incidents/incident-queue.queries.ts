import type { IncidentRow } from '@plumbline/shared/contract/incident-record';
import type { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import { Parameters } from '../platform/database/parameters.js';
import { pageFrom, readCursor } from '../platform/endpoint/cursor.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { rowColumns, rowJoins, type StoredRow } from './incident-list.queries.js';
import { keyOf } from './incident.queries.js';
import { visibleTo } from '../people/visible-to.js';

/** An incident before its decision. */
export type UndecidedRow = IncidentRow & { snoozedUntil: string | null };

export interface QueuePage {
  part: 'waiting' | 'snoozed';
  cursor?: string | undefined;
  limit: number;
}

/** What waits for a decision or still sleeps, worst first, then newest first. @param now decides who is awake */
export async function listUndecided(
  database: Database,
  caller: MemberCaller,
  { part, cursor, limit }: QueuePage,
  now: Date,
): Promise<{ items: UndecidedRow[]; next: string | null }> {
  const parameters = new Parameters();
  const conditions = [
    `i.workspace_id = ${parameters.add(caller.workspaceId)}`,
    visibleTo(caller, parameters),
    undecided(part, parameters.add(now)),
  ];
  const after = readCursor(cursor, 3)?.map((value) => parameters.add(value));
  if (after) {
    const [severity, reported, id] = after as [string, string, string];
    conditions.push(`(${rank} > ${severity} OR (${rank} = ${severity}
                       AND (i.reported_at, i.id) < (${reported}::timestamptz, ${id}::uuid)))`);
  }
  const rows = await database.query<StoredRow & { snoozedUntil: Date | null }>(
    `SELECT ${rowColumns}, i.snoozed_until AS "snoozedUntil"
       FROM incident i${rowJoins}
      WHERE ${conditions.join('\n        AND ')}
      ORDER BY ${rank}, i.reported_at DESC, i.id DESC LIMIT ${parameters.add(limit + 1)}`,
    parameters.values,
  );
  const items = rows.map((stored) => {
    const { number, ...rest } = isoTimes(stored) as StoredRow & { snoozedUntil: string | null };
    return { ...rest, key: keyOf(number) };
  });
  return pageFrom(items, limit, ({ severity, reportedAt, id }) => [severity ?? unrated, reportedAt, id]);
}

const countAtMost = 1000;

/** How many wait or sleep; stops counting at 1,000. */
export async function countUndecided(
  database: Database,
  caller: MemberCaller,
  part: QueuePage['part'],
  now: Date,
): Promise<{ count: number; capped: boolean }> {
  const parameters = new Parameters();
  const row = await database.first<{ count: number }>(
    `SELECT count(*)::int AS count FROM
       (SELECT 1 FROM incident i WHERE i.workspace_id = ${parameters.add(caller.workspaceId)}
           AND ${visibleTo(caller, parameters)} AND ${undecided(part, parameters.add(now))}
         LIMIT ${countAtMost + 1}) found`,
    parameters.values,
  );
  return { count: Math.min(row!.count, countAtMost), capped: row!.count > countAtMost };
}

/** How many of the incidents that the caller may see were decided since a moment. */
export async function countDecidedSince(
  database: Database,
  caller: MemberCaller,
  since: Date,
): Promise<number> {
  const parameters = new Parameters();
  const moment = parameters.add(since);
  const row = await database.first<{ count: number }>(
    `SELECT count(*)::int AS count FROM incident i
      WHERE i.workspace_id = ${parameters.add(caller.workspaceId)} AND i.updated_at >= ${moment}
        AND i.triage_state <> 'pending' AND ${visibleTo(caller, parameters)}
        AND EXISTS (SELECT 1 FROM activity a
                     WHERE a.workspace_id = i.workspace_id AND a.subject_id = i.id AND a.at >= ${moment} AND a.verb IN
                           ('incident.accept', 'incident.decline', 'incident.snooze', 'incident.mark_duplicate'))`,
    parameters.values,
  );
  return row!.count;
}

/** Of those that nobody has rated, as sort value: after the rated ones. */
const unrated = 'sev9';
const rank = `coalesce(i.severity, '${unrated}')`;

function undecided(part: QueuePage['part'], now: string): string {
  const counted = `i.record_kind NOT IN ('drill', 'reference')`;
  return part === 'snoozed'
    ? `${counted} AND i.triage_state = 'snoozed' AND i.snoozed_until > ${now}`
    : `${counted} AND (i.triage_state = 'pending' OR (i.triage_state = 'snoozed' AND i.snoozed_until <= ${now}))`;
}

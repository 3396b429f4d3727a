import type { Database } from '../platform/database/database.js';

/** The same words as the unique index: of all incidents with one fingerprint, one at most is like this. */
export const openCondition = `(triage_state IN ('pending', 'snoozed')
  OR (triage_state = 'accepted' AND status NOT IN ('resolved', 'closed')))`;

/** An incident as alerts meet it. */
export interface Met {
  id: string;
  number: number;
  open: boolean;
  triageState: string;
  status: string | null;
  /** Number of the incident that it was marked as a duplicate of on the way here. */
  wentBy: number | null;
}

const met = `id, number, ${openCondition} AS open, triage_state AS "triageState", status`;

/**
 * The incident that stands for a fingerprint: the open one, else the newest. One that was marked as a duplicate leads
 * on to the original.
 */
export async function findByFingerprint(
  database: Database,
  workspaceId: string,
  fingerprint: string,
): Promise<Met | null> {
  const found = await database.first<Met & { duplicateOfId: string | null }>(
    `SELECT ${met}, duplicate_of_id AS "duplicateOfId", NULL AS "wentBy" FROM incident
      WHERE workspace_id = $1 AND fingerprint = $2
      ORDER BY ${openCondition} DESC, reported_at DESC, id DESC LIMIT 1`,
    [workspaceId, fingerprint],
  );
  return found?.duplicateOfId ? original(database, workspaceId, found.id) : found;
}

/** @returns the incident itself, or what it is a duplicate of in the end */
export async function original(database: Database, workspaceId: string, id: string): Promise<Met | null> {
  return database.first<Met>(
    `WITH RECURSIVE way AS (
       SELECT id, duplicate_of_id, number AS first, 0 AS depth FROM incident WHERE workspace_id = $1 AND id = $2
       UNION ALL
       SELECT i.id, i.duplicate_of_id, way.first, way.depth + 1
         FROM way JOIN incident i ON i.workspace_id = $1 AND i.id = way.duplicate_of_id
        WHERE way.depth < 20
     )
     SELECT i.id, i.number, ${openCondition} AS open, i.triage_state AS "triageState", i.status,
            CASE WHEN way.depth > 0 THEN way.first END AS "wentBy"
       FROM way JOIN incident i ON i.workspace_id = $1 AND i.id = way.id
      ORDER BY way.depth DESC LIMIT 1`,
    [workspaceId, id],
  );
}

/** @returns the incident with this number, if there is one */
export async function findByNumber(
  database: Database,
  workspaceId: string,
  number: number,
): Promise<Met | null> {
  return database.first<Met>(
    `SELECT ${met}, NULL AS "wentBy" FROM incident WHERE workspace_id = $1 AND number = $2`,
    [workspaceId, number],
  );
}

/** Holds the workspace's counter, so that of several deliveries only one at a time opens incidents. */
export async function holdCounter(database: Database, workspaceId: string): Promise<void> {
  await database.query('SELECT FROM workspace_counter WHERE workspace_id = $1 FOR UPDATE', [workspaceId]);
}

/** Before an incident opens again: gives its fingerprint up where another open one has it by now. */
export async function giveFingerprintUp(database: Database, workspaceId: string, id: string): Promise<void> {
  await database.query(
    `UPDATE incident i SET fingerprint = NULL
      WHERE workspace_id = $1 AND id = $2 AND fingerprint IS NOT NULL AND EXISTS (
            SELECT FROM incident o WHERE o.workspace_id = i.workspace_id AND o.fingerprint = i.fingerprint
               AND o.id <> i.id AND (o.triage_state IN ('pending', 'snoozed')
                                     OR (o.triage_state = 'accepted' AND o.status NOT IN ('resolved', 'closed'))))`,
    [workspaceId, id],
  );
}

/** Says that one incident came after another that seemed over. */
export async function linkRegression(
  database: Database,
  workspaceId: string,
  link: { id: string; from: string; to: string; name: string; at: Date },
): Promise<void> {
  await database.query(
    `INSERT INTO incident_link (workspace_id, id, from_id, to_id, kind, added_by_name, created_at)
     VALUES ($1, $2, $3, $4, 'regression_of', $5, $6) ON CONFLICT DO NOTHING`,
    [workspaceId, link.id, link.from, link.to, link.name, link.at],
  );
}

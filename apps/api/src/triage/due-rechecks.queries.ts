import type { Database } from '../platform/database/database.js';

/** A closed incident whose day to be looked at again has come. */
export interface DueRecheck {
  id: string;
  number: number;
  title: string;
  ownerId: string | null;
  recheckOn: string;
}

/** @returns the workspaces with the zone that their days are counted in */
export async function workspaceZones(database: Database): Promise<{ id: string; timeZone: string }[]> {
  return database.query('SELECT id, time_zone AS "timeZone" FROM workspace ORDER BY id');
}

/** @returns closed incidents whose re-check day is at hand, and for which nobody was asked since they were closed */
export async function dueRechecks(
  database: Database,
  workspaceId: string,
  today: string,
): Promise<DueRecheck[]> {
  return database.query<DueRecheck>(
    `SELECT i.id, i.number, i.title, i.recheck_on::text AS "recheckOn",
            (SELECT m.person_id FROM member m
              WHERE m.workspace_id = i.workspace_id AND m.person_id = i.owner_id AND m.removed_at IS NULL) AS "ownerId"
       FROM incident i
      WHERE i.workspace_id = $1 AND i.status = 'closed' AND i.recheck_on <= $2
        AND NOT EXISTS (SELECT FROM task t
                         WHERE t.workspace_id = i.workspace_id AND t.incident_id = i.id
                           AND t.reason = 'recheck_due' AND t.created_at >= i.closed_at)
      ORDER BY i.recheck_on, i.id LIMIT 500`,
    [workspaceId, today],
  );
}

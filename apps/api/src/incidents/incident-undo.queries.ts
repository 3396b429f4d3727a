import type { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import type { Life } from './incident-life.js';

/** A move as the record of what happened keeps it. */
export interface TakenMove {
  verb: string;
  actorId: string | null;
  actorName: string;
  before: Partial<Life>;
}

/** @returns what led to a version of an incident; null when nothing did, or its content was redacted */
export async function readMove(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
  version: number,
): Promise<TakenMove | null> {
  return database.first<TakenMove>(
    `SELECT substring(verb from '^incident\\.(.*)$') AS verb, actor_id AS "actorId", actor_name AS "actorName",
            payload->'before' AS before
       FROM activity
      WHERE workspace_id = $1 AND subject_id = $2 AND (payload->>'version')::int = $3 AND payload ? 'before'
      ORDER BY seq LIMIT 1`,
    [caller.workspaceId, incidentId, version],
  );
}

/** @returns who changed the record of an incident last */
export async function lastChange(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
): Promise<{ actorName: string } | null> {
  return database.first(
    `SELECT actor_name AS "actorName" FROM activity
      WHERE workspace_id = $1 AND subject_id = $2 AND payload ? 'version' ORDER BY seq DESC LIMIT 1`,
    [caller.workspaceId, incidentId],
  );
}

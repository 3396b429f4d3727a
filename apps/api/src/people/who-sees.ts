import type { Database } from '../platform/database/database.js';
import { Parameters } from '../platform/database/parameters.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';
import { visibleTo } from './visible-to.js';

/** As much of a caller as decides what somebody may see. */
export interface Viewer extends Pick<MemberCaller, 'workspaceId' | 'role' | 'teamIds'> {
  personId: string;
  /** Somebody of the example story, who reads nothing. */
  example: boolean;
}

/** @returns a member with the role and the teams that they have now; null for who is none */
export async function viewerOf(
  database: Database,
  workspaceId: string,
  personId: string,
): Promise<Viewer | null> {
  const row = await database.first<Pick<Viewer, 'role' | 'teamIds' | 'example'>>(
    `SELECT m.role, m.example, ARRAY(SELECT t.team_id::text FROM team_member t
                           WHERE t.workspace_id = m.workspace_id AND t.person_id = m.person_id) AS "teamIds"
       FROM member m WHERE m.workspace_id = $1 AND m.person_id = $2 AND m.removed_at IS NULL`,
    [workspaceId, personId],
  );
  return row && { workspaceId, personId, ...row };
}

/** @returns whether somebody sees an incident, with the rights that they have now */
export async function maySee(
  database: Database,
  viewer: Pick<MemberCaller, 'workspaceId' | 'personId' | 'role' | 'teamIds'>,
  incidentId: string,
): Promise<boolean> {
  const parameters = new Parameters();
  const row = await database.first(
    `SELECT FROM incident i WHERE i.workspace_id = ${parameters.add(viewer.workspaceId)}
        AND i.id = ${parameters.add(incidentId)} AND ${visibleTo(viewer, parameters)}`,
    parameters.values,
  );
  return row !== null;
}

/** @throws Problem 422 where a person is given something that they could not see */
export async function checkMaySee(
  database: Database,
  workspaceId: string,
  personId: string | null,
  incidentId: string | null,
): Promise<void> {
  if (!personId || !incidentId) return;
  const viewer = await viewerOf(database, workspaceId, personId);
  if (viewer && (await maySee(database, viewer, incidentId))) return;
  throw new Problem(
    'data/unprocessable',
    '"ownerId" names somebody who may not see this incident. Open it to them first.',
  );
}

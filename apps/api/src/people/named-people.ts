import type { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';

interface People {
  ownerId?: string | null | undefined;
  visibleTo?: readonly string[] | undefined;
}

/**
 * Only members may be named anew as owner or among those who see a restricted incident; who was named before and
 * has left the workspace since stays.
 * @throws Problem 422 that says which field names somebody else
 */
export async function checkNamedPeople(
  database: Database,
  caller: MemberCaller,
  given: People,
  before: People = {},
): Promise<void> {
  const known = new Set([before.ownerId, ...(before.visibleTo ?? [])]);
  const asked = [given.ownerId, ...(given.visibleTo ?? [])].filter((id) => !!id && !known.has(id));
  if (asked.length === 0) return;
  const members = await database.query<{ id: string }>(
    `SELECT person_id AS id FROM member
      WHERE workspace_id = $1 AND person_id = ANY ($2::uuid[]) AND removed_at IS NULL`,
    [caller.workspaceId, asked],
  );
  const found = new Set(members.map(({ id }) => id));
  const strange = asked.find((id) => !found.has(id!.toLowerCase()));
  if (!strange) return;
  const field = given.ownerId === strange ? 'ownerId' : 'visibleTo';
  throw new Problem('data/unprocessable', `"${field}" names somebody who is not a member of this workspace.`);
}

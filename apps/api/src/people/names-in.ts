import type { Mentionable } from '@plumbline/shared/incident/mentions';
import { mentionedIn } from '@plumbline/shared/incident/mentions';
import type { Database } from '../platform/database/database.js';

/** @returns the people of a workspace, former ones too, whom a stored text mentions, by the names that they have now */
export async function namesIn(database: Database, workspaceId: string, text: string): Promise<Mentionable[]> {
  const ids = mentionedIn(text);
  if (ids.length === 0) return [];
  return database.query<Mentionable>(
    `SELECT p.id, p.name FROM member m JOIN person p ON p.id = m.person_id
      WHERE m.workspace_id = $1 AND m.person_id = ANY ($2::uuid[])`,
    [workspaceId, ids],
  );
}

/** @returns the members whose name stands in a text after an @ */
export async function mentionable(
  database: Database,
  workspaceId: string,
  text: string,
): Promise<Mentionable[]> {
  if (!text.includes('@')) return [];
  return database.query<Mentionable>(
    `SELECT p.id, p.name FROM member m JOIN person p ON p.id = m.person_id
      WHERE m.workspace_id = $1 AND m.removed_at IS NULL AND strpos(lower($2), '@' || lower(p.name)) > 0`,
    [workspaceId, text],
  );
}

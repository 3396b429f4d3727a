import type { Mentionable } from '@plumbline/shared/incident/mentions';
import { mentionedIn } from '@plumbline/shared/incident/mentions';
import type { Database } from '../platform/database/database.js';

/** @returns the people whom a stored text mentions, by the names that they have now */
export async function namesIn(database: Database, text: string): Promise<Mentionable[]> {
  const ids = mentionedIn(text);
  if (ids.length === 0) return [];
  return database.query<Mentionable>('SELECT id, name FROM person WHERE id = ANY ($1::uuid[])', [ids]);
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

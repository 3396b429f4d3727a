import type { CommentVersion } from '@plumbline/shared/contract/incident-talk';
import { showMentions } from '@plumbline/shared/incident/mentions';
import { namesIn } from '../people/names-in.js';
import type { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';

/** @returns what a comment said before each time it was rewritten, oldest first; nothing of one that was removed */
export async function commentHistory(
  database: Database,
  workspaceId: string,
  commentId: string,
): Promise<CommentVersion[]> {
  const rows = await database.query<{ until: Date; body: string }>(
    `SELECT at AS until, payload->>'before' AS body FROM activity
      WHERE workspace_id = $1 AND verb = 'incident.comment_edited' AND payload->>'commentId' = $2
        AND subject_id IN (SELECT incident_id FROM incident_comment WHERE workspace_id = $1 AND id = $2::uuid
                           UNION SELECT i.duplicate_of_id FROM incident_comment c
                             JOIN incident i ON i.workspace_id = c.workspace_id AND i.id = c.incident_id
                            WHERE c.workspace_id = $1 AND c.id = $2::uuid)
      ORDER BY seq LIMIT 100`,
    [workspaceId, commentId],
  );
  const people = await namesIn(database, workspaceId, rows.map(({ body }) => body).join(' '));
  return rows.map((row) => ({ ...isoTimes(row), body: showMentions(row.body, people) }));
}

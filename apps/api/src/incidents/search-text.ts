import type { Database } from '../platform/database/database.js';

/** Brings the searched text of an incident up to date: title, boxes, description, lesson, comments. */
export async function refreshSearchText(
  database: Database,
  workspaceId: string,
  incidentId: string,
): Promise<void> {
  await database.query(
    `UPDATE incident i SET search_text = concat_ws(E'\\n', i.title, i.intended_goal, i.specified_objective,
            i.observed_behaviour, i.description, i.lesson, i.suspected_learned_objective,
            (SELECT string_agg(c.body, E'\\n' ORDER BY c.created_at) FROM incident_comment c
              WHERE c.workspace_id = i.workspace_id AND c.incident_id = i.id AND c.removed_at IS NULL))
      WHERE i.workspace_id = $1 AND i.id = $2`,
    [workspaceId, incidentId],
  );
}

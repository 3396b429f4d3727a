import type { Parameters } from '../platform/database/parameters.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { visibleTo } from '../people/visible-to.js';

/**
 * The ids of an incident and, all the way down, of its duplicates that the caller may see, as a list for IN. What
 * hangs on a duplicate is read with its original and stays where it is: taken apart, each has its own again.
 */
export function withDuplicates(caller: MemberCaller, parameters: Parameters, incidentId: string): string {
  return `(WITH RECURSIVE merged AS (
      SELECT ${parameters.add(incidentId)}::uuid AS id
      UNION
      SELECT i.id FROM merged JOIN incident i ON i.workspace_id = ${parameters.add(caller.workspaceId)}
                                             AND i.duplicate_of_id = merged.id
       WHERE ${visibleTo(caller, parameters)}
    ) SELECT id FROM merged)`;
}

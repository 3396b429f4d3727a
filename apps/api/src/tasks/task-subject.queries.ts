import type { NewTask } from '@plumbline/shared/contract/task';
import { visibleTo } from '../people/visible-to.js';
import type { Database } from '../platform/database/database.js';
import { Parameters } from '../platform/database/parameters.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';

/** The columns of `task` that say what it is about. */
export interface SubjectColumns {
  incident_id: string | null;
  system_id: string | null;
  pair_id: string | null;
  mitigation_id: string | null;
  subcategory: string | null;
}

export const noSubject: SubjectColumns = {
  incident_id: null,
  system_id: null,
  pair_id: null,
  mitigation_id: null,
  subcategory: null,
};

/**
 * Finds what a new task is about.
 * @throws Problem 404 where it is not there, or the caller may not see it
 */
export async function findSubject(
  database: Database,
  caller: MemberCaller,
  given: Pick<NewTask, 'incident' | 'system' | 'pair' | 'mitigation' | 'rmf'>,
): Promise<SubjectColumns> {
  if (given.rmf) return { ...noSubject, subcategory: given.rmf };
  const parameters = new Parameters();
  const workspace = parameters.add(caller.workspaceId);
  const find = async (name: string, sql: string): Promise<string> => {
    const row = await database.first<{ id: string }>(sql, parameters.values);
    if (!row) throw new Problem('request/not-found', `There is no such ${name}, or you may not see it.`);
    return row.id;
  };
  if (given.incident)
    return {
      ...noSubject,
      incident_id: await find(
        'incident',
        `SELECT i.id FROM incident i WHERE i.workspace_id = ${workspace}
            AND i.number = ${parameters.add(Number(given.incident.slice(4)))} AND ${visibleTo(caller, parameters)}`,
      ),
    };
  if (given.system)
    return {
      ...noSubject,
      system_id: await find(
        'system',
        `SELECT id FROM ai_system WHERE workspace_id = ${workspace} AND key = ${parameters.add(given.system)}`,
      ),
    };
  if (given.pair)
    return {
      ...noSubject,
      pair_id: await find(
        'pair',
        `SELECT id FROM metric_pair WHERE workspace_id = ${workspace} AND id = ${parameters.add(given.pair)}`,
      ),
    };
  if (given.mitigation)
    return {
      ...noSubject,
      mitigation_id: await find(
        'mitigation',
        `SELECT m.id FROM mitigation m WHERE m.workspace_id = ${workspace} AND m.id = ${parameters.add(given.mitigation)}
            AND (NOT EXISTS (SELECT FROM incident_mitigation x WHERE x.workspace_id = m.workspace_id AND x.mitigation_id = m.id)
                 OR EXISTS (SELECT FROM incident_mitigation x
                              JOIN incident i ON i.workspace_id = x.workspace_id AND i.id = x.incident_id
                             WHERE x.workspace_id = m.workspace_id AND x.mitigation_id = m.id
                               AND ${visibleTo(caller, parameters)}))`,
      ),
    };
  return noSubject;
}

import { Injectable } from '@nestjs/common';
import type { Task, TaskAbout, TaskQuery } from '@plumbline/shared/contract/task';
import { atLeast } from '@plumbline/shared/incident/abilities';
import { visibleTo } from '../people/visible-to.js';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import { likeLiteral, Parameters } from '../platform/database/parameters.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { pageFrom, readCursor } from '../platform/endpoint/cursor.js';

interface Stored extends Omit<Task, 'about' | 'overdue' | 'mayEdit'> {
  incidentNumber: number | null;
  incidentTitle: string;
  systemKey: string | null;
  systemName: string;
  pairId: string | null;
  pairName: string;
  mitigationId: string | null;
  mitigationTitle: string;
  subcategory: string | null;
}

const selection = `
  SELECT t.id, t.title, t.note, t.link, t.state, t.due_on::text AS "dueOn", t.reason, t.version,
         t.created_at AS "createdAt", t.updated_at AS "updatedAt", t.ended_at AS "endedAt",
         t.ended_by_name AS "endedBy", t.subcategory,
         CASE WHEN t.owner_id IS NULL THEN NULL ELSE jsonb_build_object('id', owner.id, 'name', owner.name) END AS owner,
         jsonb_build_object('kind', t.made_by_kind, 'id', t.made_by_id, 'name', t.made_by_name) AS "madeBy",
         i.number AS "incidentNumber", i.title AS "incidentTitle", s.key AS "systemKey", s.name AS "systemName",
         t.pair_id AS "pairId", proxy.name || ' and ' || intent.name AS "pairName",
         t.mitigation_id AS "mitigationId", m.title AS "mitigationTitle"
    FROM task t
    LEFT JOIN person owner ON owner.id = t.owner_id
    LEFT JOIN incident i ON i.workspace_id = t.workspace_id AND i.id = t.incident_id
    LEFT JOIN ai_system s ON s.workspace_id = t.workspace_id AND s.id = t.system_id
    LEFT JOIN metric_pair p ON p.workspace_id = t.workspace_id AND p.id = t.pair_id
    LEFT JOIN metric proxy ON proxy.workspace_id = t.workspace_id AND proxy.id = p.proxy_metric_id
    LEFT JOIN metric intent ON intent.workspace_id = t.workspace_id AND intent.id = p.intent_metric_id
    LEFT JOIN mitigation m ON m.workspace_id = t.workspace_id AND m.id = t.mitigation_id`;

/** A task is seen by whoever sees what it is about; of a mitigation, one of the incidents that it treats. */
function seen(caller: MemberCaller, parameters: Parameters): string {
  return `t.workspace_id = ${parameters.add(caller.workspaceId)}
    AND (t.incident_id IS NULL OR ${visibleTo(caller, parameters)})
    AND (t.mitigation_id IS NULL
         OR NOT EXISTS (SELECT FROM incident_mitigation x
                         WHERE x.workspace_id = t.workspace_id AND x.mitigation_id = t.mitigation_id)
         OR EXISTS (SELECT FROM incident_mitigation x
                      JOIN incident treated ON treated.workspace_id = x.workspace_id AND treated.id = x.incident_id
                     WHERE x.workspace_id = t.workspace_id AND x.mitigation_id = t.mitigation_id
                       AND ${visibleTo(caller, parameters, 'treated')}))`;
}

const subjectColumns = {
  incident: 'i.number',
  system: 's.key',
  pair: 't.pair_id',
  mitigation: 't.mitigation_id',
  rmf: 't.subcategory',
} as const;
const noDay = '9999-12-31';

@Injectable()
export class TasksQueries {
  constructor(private readonly database: Database) {}

  /** @param today the day on the clocks of the workspace */
  async byId(caller: MemberCaller, id: string, today: string): Promise<Task | null> {
    const parameters = new Parameters();
    const row = await this.database.first<Stored>(
      `${selection} WHERE ${seen(caller, parameters)} AND t.id = ${parameters.add(id)}`,
      parameters.values,
    );
    return row && present(caller, row, today);
  }

  /** By due day, those without one last. */
  async list(
    caller: MemberCaller,
    query: TaskQuery,
    today: string,
  ): Promise<{ items: Task[]; next: string | null }> {
    const parameters = new Parameters();
    const conditions = [seen(caller, parameters), ...cut(caller, query, today, parameters)];
    const after = readCursor(query.cursor, 2);
    if (after)
      conditions.push(
        `(coalesce(t.due_on, '${noDay}'), t.id) > (${parameters.add(after[0])}::date, ${parameters.add(after[1])}::uuid)`,
      );
    const rows = await this.database.query<Stored>(
      `${selection} WHERE ${conditions.join(' AND ')}
        ORDER BY coalesce(t.due_on, '${noDay}'), t.id LIMIT ${parameters.add(query.limit + 1)}`,
      parameters.values,
    );
    return pageFrom(
      rows.map((row) => present(caller, row, today)),
      query.limit,
      ({ dueOn, id }) => [dueOn ?? noDay, id],
    );
  }
}

function cut(caller: MemberCaller, query: TaskQuery, today: string, parameters: Parameters): string[] {
  const conditions: string[] = [];
  if (query.state !== 'any') conditions.push(`t.state = ${parameters.add(query.state)}`);
  if (query.owner === 'nobody') conditions.push('t.owner_id IS NULL');
  else if (query.owner)
    conditions.push(
      `t.owner_id = ${parameters.add(query.owner === 'me' ? caller.personId : query.owner)}::uuid`,
    );
  if (query.overdue !== undefined)
    conditions.push(
      `(t.state = 'open' AND t.due_on < ${parameters.add(today)}::date) IS ${query.overdue ? '' : 'NOT '}TRUE`,
    );
  for (const [subject, column] of Object.entries(subjectColumns)) {
    const value = query[subject as keyof typeof subjectColumns];
    if (value)
      conditions.push(
        `${column} = ${parameters.add(subject === 'incident' ? Number(value.slice(4)) : value)}`,
      );
  }
  if (query.q) conditions.push(`t.title ILIKE ${parameters.add(likeLiteral(query.q))}`);
  return conditions;
}

function present(caller: MemberCaller, row: Stored, today: string): Task {
  const {
    incidentNumber: _number,
    incidentTitle: _title,
    systemKey: _key,
    systemName: _name,
    pairId: _pair,
    pairName: _pairName,
    mitigationId: _mitigation,
    mitigationTitle: _mitigationTitle,
    subcategory: _subcategory,
    ...task
  } = row;
  return {
    ...(isoTimes(task) as typeof task),
    about: aboutOf(row),
    overdue: row.state === 'open' && row.dueOn !== null && row.dueOn < today,
    mayEdit: mayEdit(caller, row),
  };
}

function aboutOf(row: Stored): TaskAbout | null {
  if (row.incidentNumber !== null)
    return { kind: 'incident', ref: `INC-${row.incidentNumber}`, name: row.incidentTitle };
  if (row.systemKey !== null) return { kind: 'system', ref: row.systemKey, name: row.systemName };
  if (row.pairId !== null) return { kind: 'pair', ref: row.pairId, name: row.pairName };
  if (row.mitigationId !== null)
    return { kind: 'mitigation', ref: row.mitigationId, name: row.mitigationTitle };
  return row.subcategory === null ? null : { kind: 'rmf', ref: row.subcategory, name: row.subcategory };
}

/** Triagers edit every task, reporters those that they made or own. */
function mayEdit(caller: MemberCaller, { owner, madeBy }: Pick<Stored, 'owner' | 'madeBy'>): boolean {
  if (atLeast(caller.role, 'triager')) return true;
  if (!atLeast(caller.role, 'reporter')) return false;
  return madeBy.id === caller.actor.id || (owner !== null && owner.id === caller.personId);
}

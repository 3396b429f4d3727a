import { Injectable } from '@nestjs/common';
import type { Mitigation, MitigationQuery } from '@plumbline/shared/contract/mitigation';
import { approachOf } from '@plumbline/shared/taxonomy/mitigation-catalogue';
import { visibleTo } from '../people/visible-to.js';
import { withinRmf } from '../incidents/within-rmf.js';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import { likeLiteral, Parameters } from '../platform/database/parameters.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { pageFrom, readCursor } from '../platform/endpoint/cursor.js';

type Stored = Omit<Mitigation, 'approachName'>;

/** A mitigation with the incidents it treats, as far as the caller may see them. */
function selection(caller: MemberCaller, parameters: Parameters): string {
  return `
  SELECT m.id, m.title, m.approach, m.stage, m.action, m.status, m.due_on::text AS "dueOn", m.cost, m.robustness,
         m.failure_mode AS "failureMode", m.pair_id AS "pairId", m.active_at AS "activeAt", m.version,
         m.created_at AS "createdAt", m.updated_at AS "updatedAt",
         CASE WHEN m.owner_id IS NULL THEN NULL ELSE jsonb_build_object('id', owner.id, 'name', owner.name) END AS owner,
         CASE WHEN m.effect IS NULL THEN NULL
              ELSE jsonb_build_object('value', m.effect, 'low', m.effect_low, 'high', m.effect_high,
                                      'unit', m.effect_unit, 'measuredOn', m.measured_on) END AS effect,
         coalesce((SELECT jsonb_agg(jsonb_build_object('key', 'INC-' || i.number, 'title', i.title) ORDER BY i.number)
                     FROM incident_mitigation x
                     JOIN incident i ON i.workspace_id = x.workspace_id AND i.id = x.incident_id
                    WHERE x.workspace_id = m.workspace_id AND x.mitigation_id = m.id
                      AND ${visibleTo(caller, parameters)}), '[]') AS incidents
    FROM mitigation m
    LEFT JOIN person owner ON owner.id = m.owner_id`;
}

/** Whoever may see none of the incidents that a mitigation treats does not see the mitigation either. */
function seen(caller: MemberCaller, parameters: Parameters): string {
  return `m.workspace_id = ${parameters.add(caller.workspaceId)}
    AND (NOT EXISTS (SELECT FROM incident_mitigation x WHERE x.workspace_id = m.workspace_id AND x.mitigation_id = m.id)
         OR EXISTS (SELECT FROM incident_mitigation x
                      JOIN incident i ON i.workspace_id = x.workspace_id AND i.id = x.incident_id
                     WHERE x.workspace_id = m.workspace_id AND x.mitigation_id = m.id
                       AND ${visibleTo(caller, parameters)}))`;
}

/** Whether it treats an incident, seen by the caller, that says something about this part of NIST AI RMF. */
function treatsAssessed(rmf: string, caller: MemberCaller, parameters: Parameters): string {
  return `EXISTS (SELECT FROM incident_mitigation x
                    JOIN incident i ON i.workspace_id = x.workspace_id AND i.id = x.incident_id
                    JOIN rmf_mapping r ON r.workspace_id = x.workspace_id AND r.incident_id = x.incident_id
                   WHERE x.workspace_id = m.workspace_id AND x.mitigation_id = m.id
                     AND i.record_kind NOT IN ('drill', 'reference') AND i.triage_state NOT IN ('declined', 'duplicate')
                     AND ${withinRmf('r.subcategory', rmf, parameters)} AND ${visibleTo(caller, parameters)})`;
}

function present(row: Stored): Mitigation {
  return { ...(isoTimes(row) as Stored), approachName: approachOf(row.approach)?.name ?? '' };
}

@Injectable()
export class MitigationsQueries {
  constructor(private readonly database: Database) {}

  async byId(caller: MemberCaller, id: string): Promise<Mitigation | null> {
    const parameters = new Parameters();
    const row = await this.database.first<Stored>(
      `${selection(caller, parameters)}
        WHERE ${seen(caller, parameters)} AND m.id = ${parameters.add(id)}`,
      parameters.values,
    );
    return row && present(row);
  }

  async list(
    caller: MemberCaller,
    query: MitigationQuery,
  ): Promise<{ items: Mitigation[]; next: string | null }> {
    const parameters = new Parameters();
    const select = selection(caller, parameters);
    const conditions = [seen(caller, parameters)];
    if (query.status) conditions.push(`m.status = ANY (${parameters.add(query.status)}::text[])`);
    if (query.rmf) conditions.push(treatsAssessed(query.rmf, caller, parameters));
    for (const [column, value] of [
      ['m.stage', query.stage],
      ['m.approach', query.approach],
      ['m.pair_id', query.pair],
    ])
      if (value) conditions.push(`${column} = ${parameters.add(value)}`);
    if (query.q) conditions.push(`m.title ILIKE ${parameters.add(likeLiteral(query.q))}`);
    const after = readCursor(query.cursor, 2);
    if (after)
      conditions.push(
        `(m.created_at, m.id) < (${parameters.add(after[0])}::timestamptz, ${parameters.add(after[1])}::uuid)`,
      );
    const rows = await this.database.query<Stored>(
      `${select} WHERE ${conditions.join(' AND ')}
        ORDER BY m.created_at DESC, m.id DESC LIMIT ${parameters.add(query.limit + 1)}`,
      parameters.values,
    );
    return pageFrom(rows.map(present), query.limit, ({ createdAt, id }) => [createdAt, id]);
  }

  /** Ids of all incidents that a mitigation treats, those included that the caller may not see. */
  async treatedBy(workspaceId: string, id: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT incident_id AS id FROM incident_mitigation WHERE workspace_id = $1 AND mitigation_id = $2 ORDER BY 1`,
      [workspaceId, id],
    );
    return rows.map((row) => row.id);
  }

  /** Those of one incident, which the caller may see, in the order they were added. */
  async ofIncident(caller: MemberCaller, incidentId: string): Promise<Mitigation[]> {
    const parameters = new Parameters();
    const rows = await this.database.query<Stored>(
      `${selection(caller, parameters)}
         JOIN incident_mitigation of_it ON of_it.workspace_id = m.workspace_id AND of_it.mitigation_id = m.id
        WHERE m.workspace_id = ${parameters.add(caller.workspaceId)} AND of_it.incident_id = ${parameters.add(incidentId)}
        ORDER BY of_it.added_at, m.id`,
      parameters.values,
    );
    return rows.map(present);
  }
}

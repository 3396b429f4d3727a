import { Injectable } from '@nestjs/common';
import type { NewPair, Pair, PairQuery } from '@plumbline/shared/contract/pair';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import type { CursorValues } from '../platform/endpoint/cursor.js';
import { lastValueOf, metricState } from './metrics.queries.js';

type Row = Pair & { sortName: string };

function half(m: string, last: string): string {
  return `jsonb_build_object('id', ${m}.id, 'key', ${m}.key, 'name', ${m}.name, 'unit', ${m}.unit,
                             'direction', ${m}.direction, 'scale', ${m}.scale, 'heldOut', ${m}.held_out,
                             'state', ${metricState(m)}, 'lastAt', ${last}.at)`;
}

/** Always with `$1` the workspace and `$2` today. An active pair over time whose halves do not both have
 * values has no data; beyond that the detector says where it stands. */
const pairRow = `
  SELECT * FROM (
  SELECT p.id, p.workspace_id, p.system_id AS "systemId", s.key AS "systemKey", s.name AS "systemName", p.name,
         p.objective_id AS "objectiveId", o.name AS "objectiveName", o.intent AS "intentStatement", o.specification,
         p.proxy_metric_id AS "proxyMetricId", p.intent_metric_id AS "intentMetricId",
         ${half('a', 'a_last')} AS proxy, ${half('b', 'b_last')} AS intent,
         p.axis, p.environment, p.segment, p.context, p.run_id AS "runId",
         p.reference_from_on::text AS "referenceFromOn", p.reference_to_on::text AS "referenceToOn",
         p.false_alarms_per_year AS "falseAlarmsPerYear", p.audit_every_days AS "auditEveryDays",
         CASE WHEN p.state <> 'draft' AND p.axis = 'time' AND (a_last.at IS NULL OR b_last.at IS NULL) THEN 'no_data'
              ELSE p.state END AS state,
         p.version, p.activated_at AS "activatedAt", p.created_at AS "createdAt", p.updated_at AS "updatedAt",
         p.archived_at AS "archivedAt", lower(p.name) AS "sortName"
    FROM metric_pair p
    JOIN ai_system s ON s.workspace_id = p.workspace_id AND s.id = p.system_id
    JOIN objective o ON o.workspace_id = p.workspace_id AND o.id = p.objective_id
    JOIN metric a ON a.workspace_id = p.workspace_id AND a.id = p.proxy_metric_id
    JOIN metric b ON b.workspace_id = p.workspace_id AND b.id = p.intent_metric_id
    CROSS JOIN LATERAL (SELECT ${lastValueOf('a')} AS at) a_last
    CROSS JOIN LATERAL (SELECT ${lastValueOf('b')} AS at) b_last
  ) pair`;

@Injectable()
export class PairsQueries {
  constructor(private readonly database: Database) {}

  async byId(workspaceId: string, today: string, id: string): Promise<Pair | null> {
    const sql = `${pairRow} WHERE workspace_id = $1 AND id = $3`;
    const row = await this.database.first<Row>(sql, [workspaceId, today, id]);
    return row && isoTimes(row);
  }

  /** One row more than `limit` where there is a next page. */
  async list(
    workspaceId: string,
    today: string,
    query: PairQuery & { systemId: string | null },
    after: CursorValues | null,
  ): Promise<Row[]> {
    const rows = await this.database.query<Row>(
      `${pairRow}
        WHERE workspace_id = $1
          AND ("archivedAt" IS NOT NULL) = $3
          AND ($4::uuid IS NULL OR "systemId" = $4)
          AND ($5::uuid IS NULL OR $5 IN ("proxyMetricId", "intentMetricId"))
          AND ($6::text IS NULL OR state = $6)
          AND ($7::text IS NULL OR ("sortName", id) > ($7, $8::uuid))
        ORDER BY "sortName", id
        LIMIT $9`,
      [
        workspaceId,
        today,
        query.archived ?? false,
        query.systemId,
        query.metric ?? null,
        query.state ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        query.limit + 1,
      ],
    );
    return rows.map((row) => isoTimes(row));
  }

  async insert(
    workspaceId: string,
    id: string,
    systemId: string,
    draft: NewPair & { name: string },
    now: Date,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO metric_pair (workspace_id, id, system_id, objective_id, proxy_metric_id, intent_metric_id, name, axis,
                                environment, segment, context, run_id, reference_from_on, reference_to_on,
                                false_alarms_per_year, audit_every_days, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)`,
      [
        workspaceId,
        id,
        systemId,
        draft.objectiveId,
        draft.proxyMetricId,
        draft.intentMetricId,
        draft.name,
        draft.axis,
        draft.environment,
        draft.segment,
        draft.context,
        draft.runId,
        draft.referenceFromOn,
        draft.referenceToOn,
        draft.falseAlarmsPerYear,
        draft.auditEveryDays,
        now,
      ],
    );
  }
}

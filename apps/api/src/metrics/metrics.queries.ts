import { Injectable } from '@nestjs/common';
import type { Metric, MetricQuery, NewMetric } from '@plumbline/shared/contract/metric';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import type { CursorValues } from '../platform/endpoint/cursor.js';

type Row = Metric & { sortName: string };

/** The life of metric `m` on the day `$2`. */
export function metricState(m: string): string {
  return `CASE WHEN ${m}.retired_on <= $2::date THEN 'retired'
               WHEN ${m}.activated_at IS NULL THEN 'draft' ELSE 'active' END`;
}

/** Time of the newest value of metric `m`. */
export function lastValueOf(m: string): string {
  return `(SELECT max(newest.ts)
             FROM series se
             CROSS JOIN LATERAL (
               (SELECT ob.ts FROM observation ob
                 WHERE ob.workspace_id = se.workspace_id AND ob.series_id = se.id ORDER BY ob.ts DESC LIMIT 1)
               UNION ALL
               (SELECT st.ts FROM step_observation st
                 WHERE st.workspace_id = se.workspace_id AND st.series_id = se.id ORDER BY st.step DESC LIMIT 1)
             ) newest
            WHERE se.workspace_id = ${m}.workspace_id AND se.metric_id = ${m}.id)`;
}

/** Always with `$1` the workspace and `$2` today. */
const metricRow = `
  SELECT m.id, m.system_id AS "systemId", s.key AS "systemKey", m.key, m.name, m.description,
         m.objective_id AS "objectiveId", m.role, m.kind, m.unit, m.direction, m.band_low AS "bandLow",
         m.band_high AS "bandHigh", m.scale, m.dimension, m.granularity, m.basis, m.held_out AS "heldOut",
         m.introduced_on::text AS "introducedOn", m.review_by_on::text AS "reviewByOn",
         m.retired_on::text AS "retiredOn", ${metricState('m')} AS state,
         m.role = 'proxy' AND NOT EXISTS (
           SELECT FROM metric_pair p
            WHERE p.workspace_id = m.workspace_id AND p.proxy_metric_id = m.id AND p.archived_at IS NULL
         ) AS unmeasured,
         ${lastValueOf('m')} AS "lastAt", m.version, m.activated_at AS "activatedAt", m.created_at AS "createdAt", m.updated_at AS "updatedAt",
         m.archived_at AS "archivedAt", lower(m.name) AS "sortName"
    FROM metric m
    JOIN ai_system s ON s.workspace_id = m.workspace_id AND s.id = m.system_id`;

@Injectable()
export class MetricsQueries {
  constructor(private readonly database: Database) {}

  async byId(workspaceId: string, today: string, id: string): Promise<Metric | null> {
    const sql = `${metricRow} WHERE m.workspace_id = $1 AND m.id = $3`;
    const row = await this.database.first<Row>(sql, [workspaceId, today, id]);
    return row && isoTimes(row);
  }

  async byKey(workspaceId: string, today: string, key: string): Promise<Metric | null> {
    const sql = `${metricRow} WHERE m.workspace_id = $1 AND m.key = $3`;
    const row = await this.database.first<Row>(sql, [workspaceId, today, key]);
    return row && isoTimes(row);
  }

  /** One row more than `limit` where there is a next page. */
  async list(
    workspaceId: string,
    today: string,
    query: MetricQuery & { systemId: string | null },
    after: CursorValues | null,
  ): Promise<Row[]> {
    const rows = await this.database.query<Row>(
      `${metricRow}
        WHERE m.workspace_id = $1
          AND (m.archived_at IS NOT NULL) = $3
          AND ($4::uuid IS NULL OR m.system_id = $4)
          AND ($5::uuid IS NULL OR m.objective_id = $5)
          AND ($6::text IS NULL OR m.role = $6)
          AND ($7::text IS NULL OR (lower(m.name), m.id) > ($7, $8::uuid))
        ORDER BY lower(m.name), m.id
        LIMIT $9`,
      [
        workspaceId,
        today,
        query.archived ?? false,
        query.systemId,
        query.objective ?? null,
        query.role ?? null,
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
    draft: NewMetric,
    now: Date,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO metric (workspace_id, id, system_id, objective_id, key, name, description, role, kind, unit,
                           direction, band_low, band_high, scale, dimension, granularity, basis, held_out,
                           introduced_on, review_by_on, retired_on, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
               $22)`,
      [
        workspaceId,
        id,
        systemId,
        draft.objectiveId,
        draft.key,
        draft.name,
        draft.description,
        draft.role,
        draft.kind,
        draft.unit,
        draft.direction,
        draft.bandLow,
        draft.bandHigh,
        draft.scale,
        draft.dimension,
        draft.granularity,
        draft.basis,
        draft.heldOut,
        draft.introducedOn,
        draft.reviewByOn,
        draft.retiredOn,
        now,
      ],
    );
  }

  /** @returns the names of unarchived pairs that use the metric as either half */
  async pairsOf(workspaceId: string, id: string): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `SELECT name FROM metric_pair
        WHERE workspace_id = $1 AND $2 IN (proxy_metric_id, intent_metric_id) AND archived_at IS NULL
        ORDER BY name LIMIT 5`,
      [workspaceId, id],
    );
    return rows.map(({ name }) => name);
  }
}

import { Injectable } from '@nestjs/common';
import type { Series } from '@plumbline/shared/contract/observation';
import { v7 as newId } from 'uuid';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';

/** What the door for observations must know of a metric. */
export interface MetricAtDoor {
  id: string;
  key: string;
  name: string;
  systemId: string;
  scale: string;
  unit: string;
  archived: boolean;
  retiredOn: string | null;
}

/** Which series: everything that makes one. */
export interface SeriesKey {
  metricId: string;
  environment: string;
  segment: string;
  versionId: string | null;
  runId: string | null;
  context: string;
  beingEvaluated: string;
}

/** A point with its series, in columns that go to PostgreSQL as arrays. */
export interface PlacedPoint {
  seriesId: string;
  metricId: string;
  ts: string | null;
  step: number | null;
  kl: number | null;
  value: number;
  n: number | null;
  externalId: string | null;
}

const wantedSeries = `unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::text[])
   WITH ORDINALITY AS w (metric_id, environment, segment, version_id, run_id, context, being_evaluated, place)`;

@Injectable()
export class ObservationsQueries {
  constructor(private readonly database: Database) {}

  async metrics(workspaceId: string, keys: string[]): Promise<MetricAtDoor[]> {
    return this.database.query<MetricAtDoor>(
      `SELECT id, key, name, system_id AS "systemId", scale, unit, archived_at IS NOT NULL AS archived,
              retired_on::text AS "retiredOn"
         FROM metric WHERE workspace_id = $1 AND key = ANY($2)`,
      [workspaceId, keys],
    );
  }

  /** The ids of series in the order asked for; those that are not there yet are created. */
  async series(workspaceId: string, keys: SeriesKey[], now: Date): Promise<string[]> {
    const columns = [
      keys.map(({ metricId }) => metricId),
      keys.map(({ environment }) => environment),
      keys.map(({ segment }) => segment),
      keys.map(({ versionId }) => versionId),
      keys.map(({ runId }) => runId),
      keys.map(({ context }) => context),
      keys.map(({ beingEvaluated }) => beingEvaluated),
    ];
    const found = await this.findSeries(workspaceId, columns);
    if (!found.includes(null)) return found as string[];
    await this.database.query(
      `INSERT INTO series (workspace_id, id, metric_id, environment, segment, version_id, run_id, context,
                           being_evaluated, created_at)
       SELECT $1, ($9::uuid[])[w.place], w.metric_id, w.environment, w.segment, w.version_id, w.run_id, w.context,
              w.being_evaluated, $10
         FROM ${wantedSeries}
        ORDER BY w.metric_id, w.environment, w.segment, w.version_id, w.run_id, w.context, w.being_evaluated
       ON CONFLICT DO NOTHING`,
      [workspaceId, ...columns, keys.map(() => newId()), now],
    );
    return (await this.findSeries(workspaceId, columns)) as string[];
  }

  private async findSeries(workspaceId: string, columns: unknown[][]): Promise<(string | null)[]> {
    const rows = await this.database.query<{ id: string | null }>(
      `SELECT s.id
         FROM ${wantedSeries}
         LEFT JOIN series s
           ON s.workspace_id = $1 AND s.metric_id = w.metric_id AND s.environment = w.environment
          AND s.segment = w.segment AND s.version_id IS NOT DISTINCT FROM w.version_id
          AND s.run_id IS NOT DISTINCT FROM w.run_id AND s.context = w.context
          AND s.being_evaluated = w.being_evaluated
        ORDER BY w.place`,
      [workspaceId, ...columns],
    );
    return rows.map(({ id }) => id);
  }

  /** Writes values over time; the same series and time again replaces the value. No place twice in one call. */
  async upsert(workspaceId: string, points: PlacedPoint[]): Promise<void> {
    if (points.length === 0) return;
    await this.database.query(
      `INSERT INTO observation AS o (workspace_id, series_id, ts, value, n)
       SELECT $1, series_id, ts, value, n
         FROM unnest($2::uuid[], $3::timestamptz[], $4::float8[], $5::int[]) AS p (series_id, ts, value, n)
        ORDER BY series_id, ts
       ON CONFLICT (workspace_id, series_id, ts) DO UPDATE SET value = excluded.value, n = excluded.n
        WHERE (o.value, o.n) IS DISTINCT FROM (excluded.value, excluded.n)`,
      [
        workspaceId,
        points.map(({ seriesId }) => seriesId),
        points.map(({ ts }) => ts),
        points.map(({ value }) => value),
        points.map(({ n }) => n),
      ],
    );
  }

  /** Writes values over the steps of a run; the same series and step again replaces them. */
  async upsertSteps(workspaceId: string, points: PlacedPoint[]): Promise<void> {
    if (points.length === 0) return;
    await this.database.query(
      `INSERT INTO step_observation AS o (workspace_id, series_id, step, ts, kl, value, n)
       SELECT $1, series_id, step, ts, kl, value, n
         FROM unnest($2::uuid[], $3::bigint[], $4::timestamptz[], $5::float8[], $6::float8[], $7::int[])
              AS p (series_id, step, ts, kl, value, n)
        ORDER BY series_id, step
       ON CONFLICT (workspace_id, series_id, step)
       DO UPDATE SET ts = excluded.ts, kl = excluded.kl, value = excluded.value, n = excluded.n
        WHERE (o.ts, o.kl, o.value, o.n) IS DISTINCT FROM (excluded.ts, excluded.kl, excluded.value, excluded.n)`,
      [
        workspaceId,
        points.map(({ seriesId }) => seriesId),
        points.map(({ step }) => step),
        points.map(({ ts }) => ts),
        points.map(({ kl }) => kl),
        points.map(({ value }) => value),
        points.map(({ n }) => n),
      ],
    );
  }

  async seriesOf(workspaceId: string, metricId: string): Promise<Series[]> {
    const rows = await this.database.query<Series>(
      `SELECT s.id, s.environment, s.segment, s.version_id AS "versionId", s.run_id AS "runId", s.context,
              CASE s.being_evaluated WHEN 'yes' THEN true WHEN 'no' THEN false END AS "beingEvaluated",
              least(o.first_at, st.first_at) AS "firstAt", greatest(o.last_at, st.last_at) AS "lastAt",
              st.last_step::float8 AS "lastStep"
         FROM series s
         CROSS JOIN LATERAL (SELECT min(ts) AS first_at, max(ts) AS last_at FROM observation
                              WHERE workspace_id = s.workspace_id AND series_id = s.id) o
         CROSS JOIN LATERAL (SELECT min(ts) AS first_at, max(ts) AS last_at, max(step) AS last_step
                               FROM step_observation WHERE workspace_id = s.workspace_id AND series_id = s.id) st
        WHERE s.workspace_id = $1 AND s.metric_id = $2
        ORDER BY s.environment, s.segment, s.id
        LIMIT 500`,
      [workspaceId, metricId],
    );
    return rows.map((row) => isoTimes(row));
  }
}

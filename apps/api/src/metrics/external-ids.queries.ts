import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { PlacedPoint } from './observations.queries.js';

/** The senders' own names of points, so that a correction moves a point instead of adding another. */
@Injectable()
export class ExternalIdsQueries {
  constructor(private readonly database: Database) {}

  /**
   * Remembers where named points now lie and removes the values from where they lay before, unless another name
   * holds that place. Each (metric, external id) at most once in one call.
   */
  async move(workspaceId: string, points: PlacedPoint[]): Promise<void> {
    if (points.length === 0) return;
    const parameters = [
      workspaceId,
      points.map(({ metricId }) => metricId),
      points.map(({ externalId }) => externalId),
      points.map(({ seriesId }) => seriesId),
      points.map(({ ts, step }) => (step === null ? ts : null)),
      points.map(({ step }) => step),
    ];
    const left = await this.database.query<{ series_id: string; ts: Date | null; step: string | null }>(
      `SELECT e.series_id, e.ts, e.step
         FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[], $6::bigint[])
              AS p (metric_id, external_id, series_id, ts, step)
         JOIN observation_external_id e
           ON e.workspace_id = $1 AND e.metric_id = p.metric_id AND e.external_id = p.external_id
        WHERE (e.series_id, e.ts, e.step) IS DISTINCT FROM (p.series_id, p.ts, p.step)
        ORDER BY e.metric_id, e.external_id
          FOR UPDATE OF e`,
      parameters,
    );
    await this.database.query(
      `INSERT INTO observation_external_id AS e (workspace_id, metric_id, external_id, series_id, ts, step)
       SELECT $1, metric_id, external_id, series_id, ts, step
         FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[], $6::bigint[])
              AS p (metric_id, external_id, series_id, ts, step)
        ORDER BY metric_id, external_id
       ON CONFLICT (workspace_id, metric_id, external_id)
       DO UPDATE SET series_id = excluded.series_id, ts = excluded.ts, step = excluded.step
        WHERE (e.series_id, e.ts, e.step) IS DISTINCT FROM (excluded.series_id, excluded.ts, excluded.step)`,
      parameters,
    );
    if (left.length > 0) await this.clear(workspaceId, left);
  }

  private async clear(
    workspaceId: string,
    places: { series_id: string; ts: Date | null; step: string | null }[],
  ): Promise<void> {
    const columns = [places.map((p) => p.series_id), places.map((p) => p.ts), places.map((p) => p.step)];
    await this.database.query(
      `DELETE FROM observation o USING unnest($2::uuid[], $3::timestamptz[], $4::bigint[]) AS p (series_id, ts, step)
        WHERE o.workspace_id = $1 AND o.series_id = p.series_id AND o.ts = p.ts
          AND NOT EXISTS (SELECT FROM observation_external_id e
                           WHERE e.workspace_id = $1 AND e.series_id = p.series_id AND e.ts = p.ts)`,
      [workspaceId, ...columns],
    );
    await this.database.query(
      `DELETE FROM step_observation o
        USING unnest($2::uuid[], $3::timestamptz[], $4::bigint[]) AS p (series_id, ts, step)
        WHERE o.workspace_id = $1 AND o.series_id = p.series_id AND o.step = p.step
          AND NOT EXISTS (SELECT FROM observation_external_id e
                           WHERE e.workspace_id = $1 AND e.series_id = p.series_id AND e.step = p.step)`,
      [workspaceId, ...columns],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { MetricEffect } from '@plumbline/shared/contract/mitigation-effect';
import { Database } from '../platform/database/database.js';

/** A metric with its daily means, oldest first, on either side of the day a mitigation became active. */
export interface MetricDays extends Pick<
  MetricEffect,
  'metricId' | 'key' | 'name' | 'role' | 'unit' | 'scale' | 'direction' | 'half'
> {
  heldOut: boolean;
  bandLow: number | null;
  bandHigh: number | null;
  before: number[];
  after: number[];
}

@Injectable()
export class EffectQueries {
  constructor(private readonly database: Database) {}

  /** Since when the pair had come apart at a moment; null when it had not. */
  async onsetBefore(workspaceId: string, pairId: string, at: Date): Promise<Date | null> {
    const row = await this.database.first<{ onset: Date }>(
      `SELECT onset_at AS onset FROM finding
        WHERE workspace_id = $1 AND pair_id = $2 AND withdrawn_at IS NULL AND onset_at <= $3
        ORDER BY onset_at DESC LIMIT 1`,
      [workspaceId, pairId, at],
    );
    return row?.onset ?? null;
  }

  /**
   * The halves of a pair and the other metrics of its objective, as narrowed as the pair is. The UTC day on which it
   * became active belongs to neither side.
   */
  async days(
    workspaceId: string,
    pairId: string,
    { from, active, to }: { from: Date; active: Date; to: Date },
  ): Promise<MetricDays[]> {
    return this.database.query<MetricDays>(
      `WITH pair AS (SELECT * FROM metric_pair WHERE workspace_id = $1 AND id = $2),
       chosen AS (
         SELECT m.*, CASE m.id WHEN p.intent_metric_id THEN 'intent' WHEN p.proxy_metric_id THEN 'proxy' END AS half
           FROM pair p
           JOIN metric m ON m.workspace_id = $1
            AND (m.id IN (p.intent_metric_id, p.proxy_metric_id)
                 OR m.objective_id = p.objective_id AND m.archived_at IS NULL)
       ), daily AS (
         SELECT c.id, date_trunc('day', ob.ts, 'UTC') AS day,
                sum(ob.value * coalesce(ob.n, 1)) / sum(coalesce(ob.n, 1)) AS value
           FROM chosen c
           CROSS JOIN pair p
           JOIN series se ON se.workspace_id = $1 AND se.metric_id = c.id
                         AND (p.environment = '' OR se.environment = p.environment)
                         AND (p.segment = '' OR se.segment = p.segment)
                         AND (p.context = '' OR se.context = p.context)
           JOIN observation ob ON ob.workspace_id = $1 AND ob.series_id = se.id AND ob.ts >= $3 AND ob.ts < $5
          WHERE date_trunc('day', ob.ts, 'UTC') <> date_trunc('day', $4::timestamptz, 'UTC')
          GROUP BY 1, 2
       )
       SELECT c.id AS "metricId", c.key, c.name, c.role, c.unit, c.scale, c.direction, c.half,
              c.held_out AS "heldOut", c.band_low AS "bandLow", c.band_high AS "bandHigh",
              coalesce(array_agg(d.value ORDER BY d.day) FILTER (WHERE d.day < $4), '{}') AS before,
              coalesce(array_agg(d.value ORDER BY d.day) FILTER (WHERE d.day > $4), '{}') AS after
         FROM chosen c LEFT JOIN daily d ON d.id = c.id
        GROUP BY c.id, c.key, c.name, c.role, c.unit, c.scale, c.direction, c.half, c.held_out, c.band_low, c.band_high
        ORDER BY array_position(ARRAY['intent', 'proxy'], c.half), c.name
        LIMIT 40`,
      [workspaceId, pairId, from, active, to],
    );
  }
}

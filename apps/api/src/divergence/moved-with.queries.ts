import { Injectable } from '@nestjs/common';
import type { MovedWith } from '@plumbline/shared/contract/divergence';
import { Database } from '../platform/database/database.js';

/** Fewer common days than these say nothing. */
const fewestDays = 14;

@Injectable()
export class MovedWithQueries {
  constructor(private readonly database: Database) {}

  /**
   * Measures of the same system that are neither half of the pair, those first whose days go with the proxy's.
   * @param heldOut whether held-out measures may be told
   */
  async since(
    workspaceId: string,
    pairId: string,
    { onset, heldOut }: { onset: Date; heldOut: boolean },
  ): Promise<MovedWith[]> {
    return this.database.query<MovedWith>(
      `WITH pair AS (
         SELECT * FROM metric_pair WHERE workspace_id = $1 AND id = $2
       ), daily AS (
         SELECT se.metric_id, date_trunc('day', ob.ts, 'UTC') AS day, avg(ob.value) AS value
           FROM pair p
           JOIN metric m ON m.workspace_id = $1 AND m.system_id = p.system_id AND m.archived_at IS NULL
                        AND (m.id = p.proxy_metric_id
                             OR m.role IN ('diagnostic', 'guardrail', 'distribution') AND ($4 OR NOT m.held_out))
           JOIN series se ON se.workspace_id = $1 AND se.metric_id = m.id
                         AND (p.environment = '' OR se.environment = p.environment)
                         AND (p.segment = '' OR se.segment = p.segment)
           JOIN observation ob ON ob.workspace_id = $1 AND ob.series_id = se.id
                              AND ob.ts >= $3::timestamptz - interval '120 days'
          GROUP BY 1, 2
       ), newest AS (SELECT max(day) AS day FROM daily)
       SELECT m.id AS "metricId", m.name, m.unit, m.scale, corr(d.value, x.value) AS association,
              avg(d.value) FILTER (WHERE d.day < $3 AND d.day >= $3::timestamptz - interval '28 days') AS before,
              avg(d.value) FILTER (WHERE d.day >= greatest($3::timestamptz, newest.day - interval '28 days')) AS after
         FROM pair p
         JOIN daily x ON x.metric_id = p.proxy_metric_id
         JOIN daily d ON d.day = x.day AND d.metric_id <> p.proxy_metric_id
         JOIN metric m ON m.workspace_id = $1 AND m.id = d.metric_id
         CROSS JOIN newest
        GROUP BY m.id, m.name, m.unit, m.scale
       HAVING count(*) >= ${fewestDays}
        ORDER BY abs(corr(d.value, x.value)) DESC NULLS LAST, m.name LIMIT 6`,
      [workspaceId, pairId, onset, heldOut],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

@Injectable()
export class ChangedPairsQueries {
  constructor(private readonly database: Database) {}

  /**
   * Marks the watched pairs of metrics as changed.
   * @param earliest metric -> the first moment that is new; `infinity` for values that only have a step
   * @returns how many pairs were marked
   */
  async markMetrics(
    workspaceId: string,
    earliest: readonly (readonly [string, string])[],
    now: Date,
  ): Promise<number> {
    const rows = await this.database.query(
      `INSERT INTO pair_change AS c (workspace_id, pair_id, from_at, marked_at)
       SELECT $1, p.id, min(g.from_at), $4
         FROM unnest($2::uuid[], $3::timestamptz[]) AS g (metric_id, from_at)
         JOIN metric_pair p ON p.workspace_id = $1 AND g.metric_id IN (p.proxy_metric_id, p.intent_metric_id)
        WHERE p.activated_at IS NOT NULL AND p.archived_at IS NULL
        GROUP BY p.id ORDER BY p.id
       ON CONFLICT (workspace_id, pair_id)
       DO UPDATE SET from_at = least(c.from_at, excluded.from_at), changes = c.changes + 1
       RETURNING pair_id`,
      [workspaceId, earliest.map(([id]) => id), earliest.map(([, from]) => from), now],
    );
    return rows.length;
  }

  async markPair(workspaceId: string, pairId: string, from: string, now: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO pair_change AS c (workspace_id, pair_id, from_at, marked_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (workspace_id, pair_id)
       DO UPDATE SET from_at = least(c.from_at, excluded.from_at), changes = c.changes + 1`,
      [workspaceId, pairId, from, now],
    );
  }
}

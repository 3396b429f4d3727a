import { Injectable } from '@nestjs/common';
import type { RunRow } from '@plumbline/shared/divergence/run/run-input';
import type { RunCheck } from '@plumbline/shared/divergence/run/run-check';
import { Database } from '../platform/database/database.js';
import type { WatchedPair } from './watched-pair.queries.js';

/** A run of a pair with how much of it there is, and how much was there at the last look. */
export interface RunToCheck {
  runId: string;
  name: string;
  ended: boolean;
  rows: number;
  rowsSeen: number | null;
}

const slice = `
  se.workspace_id = $1 AND ($4 = '' OR se.environment = $4) AND ($5 = '' OR se.segment = $5)
  AND ($6 = '' OR se.context = $6)`;

@Injectable()
export class RunChecksQueries {
  constructor(private readonly database: Database) {}

  /** The newest runs of a pair that have values of both halves. */
  async runs(pair: WatchedPair, limit: number): Promise<RunToCheck[]> {
    return this.database.query<RunToCheck>(
      `SELECT r.id AS "runId", r.external_id AS name, r.ended_at IS NOT NULL AS ended, v.rows, c.rows_seen AS "rowsSeen"
         FROM (SELECT se.run_id, count(*)::int AS rows
                 FROM series se
                 JOIN step_observation st ON st.workspace_id = se.workspace_id AND st.series_id = se.id
                WHERE ${slice} AND se.metric_id IN ($2, $3) AND ($7::uuid IS NULL OR se.run_id = $7)
                GROUP BY se.run_id HAVING count(DISTINCT se.metric_id) = 2) v
         JOIN run r ON r.workspace_id = $1 AND r.id = v.run_id
         LEFT JOIN pair_run_check c ON c.workspace_id = $1 AND c.pair_id = $8 AND c.run_id = r.id
        ORDER BY coalesce(r.started_at, r.created_at) DESC, r.id DESC LIMIT $9`,
      [...valuesOf(pair), pair.runId, pair.id, limit],
    );
  }

  /** The rows of a run: at each place of the axis the proxy and, where it was evaluated, the intent. */
  async rows(pair: WatchedPair, runId: string): Promise<RunRow[]> {
    const x = pair.axis === 'kl' ? 'kl' : 'step';
    return this.database.query<RunRow>(
      `SELECT max(st.${x})::float8 AS x, avg(st.value) FILTER (WHERE se.metric_id = $2) AS p,
              avg(st.value) FILTER (WHERE se.metric_id = $3) AS i, sum(st.n) FILTER (WHERE se.metric_id = $3)::int AS n
         FROM series se
         JOIN step_observation st ON st.workspace_id = se.workspace_id AND st.series_id = se.id
        WHERE ${slice} AND se.metric_id IN ($2, $3) AND se.run_id = $7 AND st.${x} IS NOT NULL
        GROUP BY st.step ORDER BY st.step LIMIT 20000`,
      [...valuesOf(pair), runId],
    );
  }

  async keep(pair: WatchedPair, run: RunToCheck, check: RunCheck, now: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO pair_run_check (workspace_id, pair_id, run_id, evaluations, rows_seen, verdict, result, checked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8)
       ON CONFLICT (workspace_id, pair_id, run_id) DO UPDATE
          SET evaluations = excluded.evaluations, rows_seen = excluded.rows_seen, verdict = excluded.verdict,
              result = excluded.result, checked_at = excluded.checked_at`,
      [
        pair.workspaceId,
        pair.id,
        run.runId,
        check.evaluations,
        run.rows,
        check.verdict,
        JSON.stringify(check),
        now,
      ],
    );
  }

  /** The last looks at the runs of a pair, the newest run first. */
  async checks(
    workspaceId: string,
    pairId: string,
  ): Promise<{ runId: string; run: string; checkedAt: Date; result: RunCheck }[]> {
    return this.database.query(
      `SELECT c.run_id AS "runId", r.external_id AS run, c.checked_at AS "checkedAt", c.result
         FROM pair_run_check c JOIN run r ON r.workspace_id = c.workspace_id AND r.id = c.run_id
        WHERE c.workspace_id = $1 AND c.pair_id = $2
        ORDER BY coalesce(r.started_at, r.created_at) DESC, r.id DESC LIMIT 20`,
      [workspaceId, pairId],
    );
  }
}

function valuesOf(pair: WatchedPair): unknown[] {
  const { workspaceId, proxy, intent, environment, segment, context } = pair;
  return [workspaceId, proxy.metricId, intent.metricId, environment, segment, context];
}

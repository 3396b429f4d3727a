import { Injectable } from '@nestjs/common';
import type { PairAxis, PairSeriesQuery } from '@plumbline/shared/contract/pair';
import { Database } from '../platform/database/database.js';

/** Which values of a metric: '' and null mean all. */
export interface Slice {
  metricId: string;
  axis: PairAxis;
  every: PairSeriesQuery['every'];
  from: string | null;
  /** Exclusive. */
  to: string | null;
  environment: string;
  segment: string;
  context: string;
  versionId: string | null;
  runId: string | null;
}

/** The most points of one half that leave in one answer. */
export const mostDrawn = 50_000;

const wanted = `
  se.workspace_id = $1 AND se.metric_id = $2
  AND ($5 = '' OR se.environment = $5) AND ($6 = '' OR se.segment = $6) AND ($7 = '' OR se.context = $7)
  AND ($8::uuid IS NULL OR se.version_id = $8) AND ($9::uuid IS NULL OR se.run_id = $9)`;

const overTime = `
  SELECT (extract(epoch FROM ob.ts) * 1000)::bigint AS x, ob.value, ob.n
    FROM series se
    JOIN observation ob ON ob.workspace_id = se.workspace_id AND ob.series_id = se.id
   WHERE ${wanted}
     AND ob.ts >= coalesce($3::timestamptz, '-infinity') AND ob.ts < coalesce($4::timestamptz, 'infinity')
   ORDER BY ob.ts LIMIT ${mostDrawn + 1}`;

/** The mean of each UTC day, weighted by n; a value without n counts once. */
const overDays = `
  SELECT (extract(epoch FROM date_trunc('day', ob.ts, 'UTC')) * 1000)::bigint AS x,
         sum(ob.value * coalesce(ob.n, 1)) / sum(coalesce(ob.n, 1)) AS value, sum(ob.n)::bigint AS n
    FROM series se
    JOIN observation ob ON ob.workspace_id = se.workspace_id AND ob.series_id = se.id
   WHERE ${wanted}
     AND ob.ts >= coalesce($3::timestamptz, '-infinity') AND ob.ts < coalesce($4::timestamptz, 'infinity')
   GROUP BY 1 ORDER BY 1 LIMIT ${mostDrawn + 1}`;

function overSteps(x: 'step' | 'kl'): string {
  return `
  SELECT st.${x} AS x, st.value, st.n
    FROM series se
    JOIN step_observation st ON st.workspace_id = se.workspace_id AND st.series_id = se.id
   WHERE ${wanted} AND st.${x} IS NOT NULL
     AND ($3::timestamptz IS NULL OR st.ts >= $3) AND ($4::timestamptz IS NULL OR st.ts < $4)
   ORDER BY st.step LIMIT ${mostDrawn + 1}`;
}

@Injectable()
export class PairSeriesQueries {
  constructor(private readonly database: Database) {}

  /** One half of a pair as JSON text in columns, built by PostgreSQL, so that no row ever becomes an object here. */
  async columns(workspaceId: string, slice: Slice): Promise<{ json: string; points: number }> {
    const rows = slice.axis !== 'time' ? overSteps(slice.axis) : slice.every === 'day' ? overDays : overTime;
    const answer = await this.database.first<{ json: string; points: number }>(
      `SELECT json_build_object('x', coalesce(json_agg(x), '[]'), 'value', coalesce(json_agg(value), '[]'),
                                'n', coalesce(json_agg(n), '[]'))::text AS json, count(*)::int AS points
         FROM (${rows}) point`,
      [
        workspaceId,
        slice.metricId,
        slice.from,
        slice.to,
        slice.environment,
        slice.segment,
        slice.context,
        slice.versionId,
        slice.runId,
      ],
    );
    return answer!;
  }
}

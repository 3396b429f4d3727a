import { Injectable } from '@nestjs/common';
import type { PairAxis } from '@plumbline/shared/contract/pair';
import { Database } from '../platform/database/database.js';
import type { ColumnsText } from './detector-task.js';

/** One half of a pair, as the detector has to know it. */
export interface WatchedHalf {
  metricId: string;
  name: string;
  unit: string;
  direction: 'higher_better' | 'lower_better' | 'target_band';
  scale: 'proportion' | 'score' | 'unbounded';
  low: number | null;
  high: number | null;
}

/** A pair with everything that decides how it is watched. */
export interface WatchedPair {
  workspaceId: string;
  id: string;
  axis: PairAxis;
  environment: string;
  segment: string;
  context: string;
  runId: string | null;
  referenceFromOn: string | null;
  referenceToOn: string | null;
  falseAlarmsPerYear: number;
  proxy: WatchedHalf;
  intent: WatchedHalf;
}

export interface PairColumns {
  json: ColumnsText;
  points: number;
  /** The newest moment, as PostgreSQL writes it: no digit of it is lost on the way. */
  last: string | null;
}

const half = (m: string): string =>
  `jsonb_build_object('metricId', ${m}.id, 'name', ${m}.name, 'unit', ${m}.unit, 'direction', ${m}.direction,
                      'scale', ${m}.scale, 'low', ${m}.band_low, 'high', ${m}.band_high)`;

/** The series of a pair's half: $1 workspace, $2 metric, $3 to $5 environment, segment and context, $6 run. */
const ofTheHalf = `
  se.workspace_id = $1 AND se.metric_id = $2 AND ($3 = '' OR se.environment = $3) AND ($4 = '' OR se.segment = $4)
  AND ($5 = '' OR se.context = $5) AND ($6::uuid IS NULL OR se.run_id = $6)`;

@Injectable()
export class WatchedPairQueries {
  constructor(private readonly database: Database) {}

  /** A pair that is watched: activated and not put away. */
  async pair(workspaceId: string, id: string): Promise<WatchedPair | null> {
    return this.database.first<WatchedPair>(
      `SELECT p.workspace_id AS "workspaceId", p.id, p.axis, p.environment, p.segment, p.context,
              p.run_id AS "runId", p.reference_from_on::text AS "referenceFromOn",
              p.reference_to_on::text AS "referenceToOn", p.false_alarms_per_year AS "falseAlarmsPerYear",
              ${half('a')} AS proxy, ${half('b')} AS intent
         FROM metric_pair p
         JOIN metric a ON a.workspace_id = p.workspace_id AND a.id = p.proxy_metric_id
         JOIN metric b ON b.workspace_id = p.workspace_id AND b.id = p.intent_metric_id
        WHERE p.workspace_id = $1 AND p.id = $2 AND p.activated_at IS NOT NULL AND p.archived_at IS NULL`,
      [workspaceId, id],
    );
  }

  /**
   * Values of one half over time, from a moment on.
   * @param since as PostgreSQL writes moments; `after` leaves that very moment out
   */
  async values(
    pair: WatchedPair,
    metricId: string,
    since: { from: string } | { after: string },
  ): Promise<PairColumns> {
    const [sign, moment] = 'from' in since ? ['>=', since.from] : ['>', since.after];
    const row = await this.database.first<PairColumns>(
      `SELECT json_build_object('t', coalesce(json_agg(t), '[]'), 'v', coalesce(json_agg(value), '[]'),
                                'n', coalesce(json_agg(n), '[]'))::text AS json,
              count(*)::int AS points, max(ts)::text AS last
         FROM (SELECT ob.ts, extract(epoch FROM ob.ts) * 1000 AS t, ob.value, ob.n
                 FROM series se
                 JOIN observation ob ON ob.workspace_id = se.workspace_id AND ob.series_id = se.id
                WHERE ${ofTheHalf} AND ob.ts ${sign} $7::timestamptz
                ORDER BY ob.ts, ob.value) point`,
      [...this.slice(pair, metricId), moment],
    );
    return row!;
  }

  private slice({ workspaceId, environment, segment, context, runId }: WatchedPair, metricId: string) {
    return [workspaceId, metricId, environment, segment, context, runId];
  }
}

import { Injectable } from '@nestjs/common';
import type { OfferedSeriesSeen } from '@plumbline/shared/contract/source';
import { Database } from '../../platform/database/database.js';
import { isoTimes } from '../../platform/database/iso-times.js';

/** What is remembered of a series between requests. */
export interface SeriesMemory {
  /** SHA-256 over name and labels, hexadecimal. */
  hash: string;
  total: number | null;
  count: number | null;
  at: Date | null;
}

export interface SeenSeries extends SeriesMemory {
  name: string;
  labels: Record<string, string>;
  metricKey: string | null;
  reason: string;
}

@Injectable()
export class SeriesQueries {
  constructor(private readonly database: Database) {}

  /** What is remembered, under lock: two requests with the same counter wait for each other. */
  async remembered(workspaceId: string, sourceId: string, hashes: string[]): Promise<SeriesMemory[]> {
    if (hashes.length === 0) return [];
    return this.database.query<SeriesMemory>(
      `SELECT encode(series_hash, 'hex') AS hash, last_total AS total, last_value AS count, last_at AS at
         FROM source_series
        WHERE workspace_id = $1 AND source_id = $2
          AND series_hash IN (SELECT decode(hash, 'hex') FROM unnest($3::text[]) AS given (hash))
        ORDER BY series_hash FOR UPDATE`,
      [workspaceId, sourceId, hashes],
    );
  }

  /** Notes what was offered and what became of it; what is known already is written again once a minute at most. */
  async note(workspaceId: string, sourceId: string, series: SeenSeries[], now: Date): Promise<void> {
    if (series.length === 0) return;
    await this.database.query(
      `INSERT INTO source_series AS s (workspace_id, source_id, series_hash, name, labels, metric_key, reason,
                                       last_total, last_value, last_at, seen_at)
       SELECT $1, $2, decode(hash, 'hex'), name, labels, "metricKey", reason, total, count, at, $4
         FROM jsonb_to_recordset($3::jsonb) AS g (hash text, name text, labels jsonb, "metricKey" text, reason text,
                                                  total float8, count float8, at timestamptz)
        ORDER BY hash
       ON CONFLICT (workspace_id, source_id, series_hash) DO UPDATE
          SET metric_key = excluded.metric_key, reason = excluded.reason, last_total = excluded.last_total,
              last_value = excluded.last_value, last_at = excluded.last_at, seen_at = excluded.seen_at
        WHERE s.metric_key IS DISTINCT FROM excluded.metric_key OR s.reason <> excluded.reason
           OR s.last_at IS DISTINCT FROM excluded.last_at OR s.seen_at < $4::timestamptz - interval '1 minute'`,
      [workspaceId, sourceId, JSON.stringify(series), now],
    );
  }

  /** When the runs began that metrics were measured in: metric key -> name of the run -> instant. */
  async runsBegan(
    workspaceId: string,
    metricKeys: string[],
  ): Promise<Map<string, Readonly<Record<string, string>>>> {
    const rows = await this.database.query<{ metric: string; runs: Record<string, string> }>(
      `SELECT m.key AS metric, jsonb_object_agg(r.external_id, coalesce(r.started_at, r.created_at)) AS runs
         FROM metric m JOIN run r ON r.workspace_id = m.workspace_id AND r.system_id = m.system_id
        WHERE m.workspace_id = $1 AND m.key = ANY ($2) AND r.archived_at IS NULL AND r.ended_at IS NULL
        GROUP BY m.key`,
      [workspaceId, metricKeys],
    );
    return new Map(rows.map(({ metric, runs }) => [metric, runs]));
  }

  /** The series that were offered last, up to 500. */
  async list(workspaceId: string, sourceId: string): Promise<OfferedSeriesSeen[]> {
    const rows = await this.database.query<OfferedSeriesSeen>(
      `SELECT name, labels, metric_key AS metric, reason, seen_at AS "seenAt" FROM source_series
        WHERE workspace_id = $1 AND source_id = $2 ORDER BY seen_at DESC, name LIMIT 500`,
      [workspaceId, sourceId],
    );
    return rows.map((row) => isoTimes(row));
  }
}

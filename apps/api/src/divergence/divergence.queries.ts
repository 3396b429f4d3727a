import { Injectable } from '@nestjs/common';
import type { DetectorScore, EstimateColumns, PairMark } from '@plumbline/shared/contract/divergence';
import type { Ladder } from '@plumbline/shared/divergence/pair/ladder';
import type { Settling } from '@plumbline/shared/divergence/pair/what-would-settle';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';

/** Where a pair stands, as it was said last. */
export interface Standing {
  standing: Ladder | null;
  settle: Settling | null;
  caughtUpAt: Date | null;
  behindSince: Date | null;
  methodVersion: number | null;
}

/** A watched pair with its newest estimate. */
export interface LeagueRow {
  pairId: string;
  name: string;
  systemKey: string;
  systemName: string;
  proxyName: string;
  intentName: string;
  intentUnit: string;
  intentScale: string;
  heldOut: boolean;
  axis: 'time' | 'step' | 'kl';
  state: 'learning' | 'quiet' | 'diverged' | 'overdue' | 'no_data';
  sentence: string | null;
  audits: number;
  score: number | null;
  threshold: number | null;
  pDiverged: number | null;
  gap: number | null;
  gapLow: number | null;
  gapHigh: number | null;
  lastAuditAt: Date | null;
  findingId: string | null;
}

const columns = `
  SELECT json_build_object(
           'at', coalesce(json_agg((extract(epoch FROM at) * 1000)::bigint), '[]'),
           'score', coalesce(json_agg(score), '[]'), 'threshold', coalesce(json_agg(threshold), '[]'),
           'gap', coalesce(json_agg(gap), '[]'), 'gapLow', coalesce(json_agg(gap_low), '[]'),
           'gapHigh', coalesce(json_agg(gap_high), '[]'), 'pDiverged', coalesce(json_agg(p_diverged), '[]'),
           'provisional', coalesce(json_agg(provisional), '[]')) AS estimates
    FROM (SELECT * FROM pair_estimate WHERE workspace_id = $1 AND pair_id = $2 ORDER BY at) e`;

@Injectable()
export class DivergenceQueries {
  constructor(private readonly database: Database) {}

  async estimates(workspaceId: string, pairId: string): Promise<EstimateColumns> {
    const row = await this.database.first<{ estimates: EstimateColumns }>(columns, [workspaceId, pairId]);
    return row!.estimates;
  }

  async standing(workspaceId: string, pairId: string): Promise<Standing> {
    const row = await this.database.first<Standing>(
      `SELECT w.standing, w.settle, w.caught_up_at AS "caughtUpAt", c.marked_at AS "behindSince",
              w.method_version AS "methodVersion"
         FROM metric_pair p
         LEFT JOIN pair_watch w ON w.workspace_id = p.workspace_id AND w.pair_id = p.id
         LEFT JOIN pair_change c ON c.workspace_id = p.workspace_id AND c.pair_id = p.id
        WHERE p.workspace_id = $1 AND p.id = $2`,
      [workspaceId, pairId],
    );
    return row!;
  }

  async marks(workspaceId: string, pairId: string): Promise<PairMark[]> {
    const rows = await this.database.query<PairMark>(
      `SELECT id, kind, at, label, created_by_name AS "createdBy", created_at AS "createdAt" FROM pair_mark
        WHERE workspace_id = $1 AND pair_id = $2 AND removed_at IS NULL ORDER BY at, id`,
      [workspaceId, pairId],
    );
    return rows.map((row) => isoTimes(row));
  }

  async mark(
    workspaceId: string,
    pairId: string,
    mark: {
      id: string;
      kind: string;
      at: string;
      label: string;
      byName: string;
      byId: string | null;
      now: Date;
    },
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO pair_mark (workspace_id, id, pair_id, kind, at, label, created_by_name, created_by_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [workspaceId, mark.id, pairId, mark.kind, mark.at, mark.label, mark.byName, mark.byId, mark.now],
    );
  }

  /** @returns what was taken away; null when it is not there */
  async unmark(
    workspaceId: string,
    pairId: string,
    markId: string,
    now: Date,
  ): Promise<{ kind: string; at: Date; label: string } | null> {
    return this.database.first(
      `UPDATE pair_mark SET removed_at = $4
        WHERE workspace_id = $1 AND pair_id = $2 AND id = $3 AND removed_at IS NULL RETURNING kind, at, label`,
      [workspaceId, pairId, markId, now],
    );
  }

  async releases(workspaceId: string, systemId: string): Promise<{ at: string; name: string }[]> {
    const rows = await this.database.query<{ at: Date; name: string }>(
      `SELECT released_at AS at, name FROM system_version
        WHERE workspace_id = $1 AND system_id = $2 AND released_at IS NOT NULL AND archived_at IS NULL
        ORDER BY released_at`,
      [workspaceId, systemId],
    );
    return rows.map(({ at, name }) => ({ at: at.toISOString(), name }));
  }

  async league(workspaceId: string): Promise<LeagueRow[]> {
    return this.database.query<LeagueRow>(
      `SELECT p.id AS "pairId", p.name, s.key AS "systemKey", s.name AS "systemName", a.name AS "proxyName",
              b.name AS "intentName", b.unit AS "intentUnit", b.scale AS "intentScale",
              a.held_out OR b.held_out AS "heldOut", p.axis, p.state, w.standing->>'sentence' AS sentence,
              coalesce((w.standing->>'audits')::int, 0) AS audits, e.score, e.threshold,
              coalesce(e.p_diverged, f.p_diverged) AS "pDiverged", coalesce(e.gap, f.gap) AS gap,
              coalesce(e.gap_low, f.gap_low) AS "gapLow", coalesce(e.gap_high, f.gap_high) AS "gapHigh",
              e.at AS "lastAuditAt", f.id AS "findingId"
         FROM metric_pair p
         JOIN ai_system s ON s.workspace_id = p.workspace_id AND s.id = p.system_id
         JOIN metric a ON a.workspace_id = p.workspace_id AND a.id = p.proxy_metric_id
         JOIN metric b ON b.workspace_id = p.workspace_id AND b.id = p.intent_metric_id
         LEFT JOIN pair_watch w ON w.workspace_id = p.workspace_id AND w.pair_id = p.id
         LEFT JOIN LATERAL (SELECT * FROM pair_estimate WHERE workspace_id = p.workspace_id AND pair_id = p.id
                             ORDER BY at DESC LIMIT 1) e ON true
         LEFT JOIN LATERAL (SELECT * FROM finding WHERE workspace_id = p.workspace_id AND pair_id = p.id
                               AND withdrawn_at IS NULL ORDER BY at DESC LIMIT 1) f ON true
        WHERE p.workspace_id = $1 AND p.activated_at IS NOT NULL AND p.archived_at IS NULL
        ORDER BY p.name, p.id LIMIT 500`,
      [workspaceId],
    );
  }

  async score(workspaceId: string): Promise<Omit<DetectorScore, 'precision'>> {
    const row = await this.database.first<Omit<DetectorScore, 'precision'>>(
      `WITH alarm AS (
         SELECT count(*)::int AS alarms,
                count(*) FILTER (WHERE verdict = 'accepted')::int AS accepted,
                count(*) FILTER (WHERE verdict = 'declined'
                                   AND verdict_reason IN ('false_positive', 'benign'))::int AS false_alarms,
                count(*) FILTER (WHERE verdict = 'declined'
                                   AND verdict_reason NOT IN ('false_positive', 'benign'))::int AS otherwise,
                count(*) FILTER (WHERE verdict IS NULL)::int AS waiting,
                percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM at - onset_at) / 86400)
                  FILTER (WHERE verdict IS DISTINCT FROM 'declined') AS days
           FROM finding WHERE workspace_id = $1 AND withdrawn_at IS NULL
       ), watched AS (
         SELECT extract(epoch FROM max(e.at) - min(e.at)) / (365.25 * 86400) AS years, p.false_alarms_per_year AS rate
           FROM pair_estimate e JOIN metric_pair p ON p.workspace_id = e.workspace_id AND p.id = e.pair_id
          WHERE e.workspace_id = $1 AND e.threshold IS NOT NULL GROUP BY p.id, p.false_alarms_per_year
       ), total AS (SELECT coalesce(sum(years), 0)::float8 AS years,
                           (sum(years * rate) / nullif(sum(years), 0))::float8 AS asked FROM watched)
       SELECT alarms, accepted, false_alarms AS "falseAlarms", otherwise AS "declinedOtherwise", waiting,
              years AS "pairYears", alarms / nullif(years, 0) AS "alarmsPerPairYear",
              false_alarms / nullif(years, 0) AS "falseAlarmsPerPairYear", asked AS "askedPerPairYear",
              days::float8 AS "medianDaysToAlarm"
         FROM alarm, total`,
      [workspaceId],
    );
    return row!;
  }
}

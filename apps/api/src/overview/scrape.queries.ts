import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** A watched pair as scrapers see it. */
export interface ScrapedPair {
  id: string;
  name: string;
  system: string;
  proxy: string;
  intent: string;
  heldOut: boolean;
  state: string;
  pDiverged: number | null;
  gap: number | null;
  lastAuditAt: Date | null;
}

@Injectable()
export class ScrapeQueries {
  constructor(private readonly database: Database) {}

  async pairs(workspaceId: string): Promise<ScrapedPair[]> {
    return this.database.query<ScrapedPair>(
      `SELECT p.id, p.name, s.key AS system, a.key AS proxy, b.key AS intent, a.held_out OR b.held_out AS "heldOut",
              p.state, coalesce(e.p_diverged, f.p_diverged) AS "pDiverged", coalesce(e.gap, f.gap) AS gap,
              e.at AS "lastAuditAt"
         FROM metric_pair p
         JOIN ai_system s ON s.workspace_id = p.workspace_id AND s.id = p.system_id
         JOIN metric a ON a.workspace_id = p.workspace_id AND a.id = p.proxy_metric_id
         JOIN metric b ON b.workspace_id = p.workspace_id AND b.id = p.intent_metric_id
         LEFT JOIN LATERAL (SELECT * FROM pair_estimate WHERE workspace_id = p.workspace_id AND pair_id = p.id
                             ORDER BY at DESC LIMIT 1) e ON true
         LEFT JOIN LATERAL (SELECT * FROM finding WHERE workspace_id = p.workspace_id AND pair_id = p.id
                               AND withdrawn_at IS NULL ORDER BY at DESC LIMIT 1) f ON true
        WHERE p.workspace_id = $1 AND p.activated_at IS NOT NULL AND p.archived_at IS NULL
        ORDER BY p.id LIMIT 500`,
      [workspaceId],
    );
  }

  /** Open incidents that the whole workspace may see, by severity; drills and references stay out. */
  async openIncidents(workspaceId: string): Promise<{ severity: string; count: number }[]> {
    return this.database.query(
      `SELECT coalesce(severity, 'none') AS severity, count(*)::int AS count FROM incident
        WHERE workspace_id = $1 AND visibility = 'workspace' AND record_kind NOT IN ('drill', 'reference')
          AND (triage_state = 'pending' OR (triage_state = 'accepted' AND status NOT IN ('resolved', 'closed')))
        GROUP BY 1 ORDER BY 1`,
      [workspaceId],
    );
  }

  /** Sources that said nothing for longer than their owners find right. */
  async silentSources(workspaceId: string, now: Date): Promise<{ source: string; silent: boolean }[]> {
    return this.database.query(
      `SELECT s.slug AS source,
              coalesce((SELECT max(d.received_at) FROM delivery d WHERE d.workspace_id = s.workspace_id
                           AND d.source_id = s.id AND d.outcome <> 'test'), s.created_at)
                + make_interval(hours => s.quiet_after_hours) < $2 AS silent
         FROM source s
        WHERE s.workspace_id = $1 AND s.archived_at IS NULL AND s.quiet_after_hours IS NOT NULL ORDER BY s.slug`,
      [workspaceId, now],
    );
  }
}

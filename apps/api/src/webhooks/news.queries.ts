import { Injectable } from '@nestjs/common';
import type { Severity } from '@plumbline/shared/taxonomy/values/incident';
import type { WebhookKind } from '@plumbline/shared/taxonomy/values/webhook';
import { Database } from '../platform/database/database.js';

/** A webhook under lock, with what it wants to hear. */
export interface Listener {
  workspaceId: string;
  workspaceSlug: string;
  id: string;
  kind: WebhookKind;
  events: string[];
  severities: string[];
  systemIds: string[];
  teamIds: string[];
  seq: string;
}

/** An act on an incident that the whole workspace may see. */
export interface News {
  seq: number;
  at: Date;
  verb: string;
  version: number | null;
  incidentId: string;
  number: number;
  severity: Severity | null;
  teamId: string | null;
  systemIds: string[];
}

@Injectable()
export class NewsQueries {
  constructor(private readonly database: Database) {}

  /** The webhooks that have not looked at all of their record. */
  async behind(limit: number): Promise<{ workspaceId: string; id: string }[]> {
    return this.database.query(
      `SELECT w.workspace_id AS "workspaceId", w.id FROM webhook w
         JOIN workspace_counter c ON c.workspace_id = w.workspace_id
        WHERE w.enabled AND w.seq < c.activity_seq ORDER BY w.id LIMIT $1`,
      [limit],
    );
  }

  /** Whether there is a webhook that is told anything, in any workspace. */
  async anybody(): Promise<boolean> {
    return (await this.database.first('SELECT 1 FROM webhook WHERE enabled LIMIT 1')) !== null;
  }

  /** @returns null where another process is at it */
  async hold(workspaceId: string, id: string): Promise<Listener | null> {
    return this.database.first<Listener>(
      `SELECT w.workspace_id AS "workspaceId", s.slug AS "workspaceSlug", w.id, w.kind, w.events, w.severities,
              w.system_ids AS "systemIds", w.team_ids AS "teamIds", w.seq
         FROM webhook w JOIN workspace s ON s.id = w.workspace_id
        WHERE w.workspace_id = $1 AND w.id = $2 AND w.enabled FOR UPDATE OF w SKIP LOCKED`,
      [workspaceId, id],
    );
  }

  /** The acts after a number. What came in as an echo of our own telling is no news. @returns also how far it looked */
  async after({ workspaceId, seq }: Listener, limit: number): Promise<{ news: News[]; last: string | null }> {
    const rows = await this.database.query<News & { told: boolean; place: string }>(
      `SELECT a.seq::float8 AS seq, a.seq::text AS place, a.at, a.verb, (a.payload->>'version')::int AS version,
              i.id AS "incidentId", i.number, i.severity, i.team_id AS "teamId",
              i.id IS NOT NULL AND i.visibility = 'workspace' AND a.payload->>'echo' IS NULL AS told,
              ARRAY(SELECT s.system_id FROM incident_system s
                     WHERE s.workspace_id = a.workspace_id AND s.incident_id = i.id) AS "systemIds"
         FROM activity a
         LEFT JOIN incident i ON a.subject_kind = 'incident' AND i.workspace_id = a.workspace_id
                             AND i.id = a.subject_id
        WHERE a.workspace_id = $1 AND a.seq > $2 ORDER BY a.seq LIMIT $3`,
      [workspaceId, seq, limit],
    );
    return { news: rows.filter(({ told }) => told), last: rows.at(-1)?.place ?? null };
  }

  async lookedAt(workspaceId: string, id: string, seq: string): Promise<void> {
    await this.database.query('UPDATE webhook SET seq = $3 WHERE workspace_id = $1 AND id = $2', [
      workspaceId,
      id,
      seq,
    ]);
  }
}

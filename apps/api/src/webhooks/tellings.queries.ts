import { Injectable } from '@nestjs/common';
import type { Telling } from '@plumbline/shared/contract/webhook';
import type { Severity } from '@plumbline/shared/taxonomy/values/incident';
import type { TellingState, WebhookKind } from '@plumbline/shared/taxonomy/values/webhook';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import type { CursorValues } from '../platform/endpoint/cursor.js';
import type { Payload } from './telling-request.js';

export interface NewTelling {
  id: string;
  webhookId: string;
  seq: number | null;
  event: string;
  incidentId: string | null;
  payload: Payload;
}

/** All that is needed to send one. */
export interface DueTelling {
  webhookId: string;
  kind: WebhookKind;
  url: string;
  secrets: string[];
  enabled: boolean;
  state: TellingState;
  attempts: number;
  nextAt: Date | null;
  payload: Payload;
  /** Null for a test, and for what the workspace may no longer see. */
  title: string | null;
  severity: Severity | null;
  stage: string | null;
  hidden: boolean;
}

export interface Outcome {
  state: TellingState;
  attempts: number;
  nextAt: Date | null;
  lastAt: Date;
  lastStatus: number | null;
  problem: string;
}

const tellingRow = `
  SELECT id, event, payload->'data'->>'key' AS incident, state, attempts, next_at AS "nextAt", last_at AS "lastAt",
         last_status AS "lastStatus", problem, created_at AS "createdAt"
    FROM webhook_delivery`;

@Injectable()
export class TellingsQueries {
  constructor(private readonly database: Database) {}

  /** What was told of the same act before is left alone. @returns the ids of those that are new */
  async insert(workspaceId: string, tellings: NewTelling[], now: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `INSERT INTO webhook_delivery (workspace_id, id, webhook_id, seq, event, incident_id, payload, state, next_at,
                                     created_at)
       SELECT $1, id, "webhookId", seq, event, "incidentId", payload, 'waiting', $3, $3
         FROM jsonb_to_recordset($2::jsonb) AS t (id uuid, "webhookId" uuid, seq bigint, event text,
                                                  "incidentId" uuid, payload jsonb)
       ON CONFLICT (workspace_id, webhook_id, seq) DO NOTHING RETURNING id`,
      [workspaceId, JSON.stringify(tellings), now],
    );
    return rows.map(({ id }) => id);
  }

  /** A telling with its incident as it is now. */
  async due(workspaceId: string, id: string): Promise<DueTelling | null> {
    return this.database.first<DueTelling>(
      `SELECT w.id AS "webhookId", w.kind, w.url, w.secrets, w.enabled, d.state, d.attempts, d.next_at AS "nextAt",
              d.payload, i.title, i.severity,
              CASE WHEN i.triage_state = 'accepted' THEN i.status ELSE i.triage_state END AS stage,
              d.incident_id IS NOT NULL AND i.visibility IS DISTINCT FROM 'workspace' AS hidden
         FROM webhook_delivery d
         JOIN webhook w ON w.workspace_id = d.workspace_id AND w.id = d.webhook_id
         LEFT JOIN incident i ON i.workspace_id = d.workspace_id AND i.id = d.incident_id
        WHERE d.workspace_id = $1 AND d.id = $2`,
      [workspaceId, id],
    );
  }

  async settle(workspaceId: string, id: string, outcome: Outcome): Promise<void> {
    await this.database.query(
      `UPDATE webhook_delivery
          SET state = $3, attempts = $4, next_at = $5, last_at = $6, last_status = $7, problem = $8
        WHERE workspace_id = $1 AND id = $2`,
      [
        workspaceId,
        id,
        outcome.state,
        outcome.attempts,
        outcome.nextAt,
        outcome.lastAt,
        outcome.lastStatus,
        outcome.problem,
      ],
    );
  }

  /** Gives up all that waits for a webhook. */
  async giveUpAll(workspaceId: string, webhookId: string, problem: string): Promise<void> {
    await this.database.query(
      `UPDATE webhook_delivery SET state = 'dead', next_at = NULL, problem = $3
        WHERE workspace_id = $1 AND webhook_id = $2 AND state = 'waiting'`,
      [workspaceId, webhookId, problem],
    );
  }

  /** Begins anew. @returns whether it is there and does not wait already */
  async again(workspaceId: string, webhookId: string, id: string, now: Date): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE webhook_delivery SET state = 'waiting', attempts = 0, next_at = $4, problem = ''
        WHERE workspace_id = $1 AND webhook_id = $2 AND id = $3 AND state <> 'waiting' RETURNING id`,
      [workspaceId, webhookId, id, now],
    );
    return rows.length > 0;
  }

  async byId(workspaceId: string, webhookId: string, id: string): Promise<Telling | null> {
    const row = await this.database.first<Telling>(
      `${tellingRow} WHERE workspace_id = $1 AND webhook_id = $2 AND id = $3`,
      [workspaceId, webhookId, id],
    );
    return row && isoTimes(row);
  }

  /** Newest first; one row more than `limit` where there is a next page. */
  async list(
    workspaceId: string,
    webhookId: string,
    limit: number,
    after: CursorValues | null,
  ): Promise<Telling[]> {
    const rows = await this.database.query<Telling>(
      `${tellingRow}
        WHERE workspace_id = $1 AND webhook_id = $2
          AND ($3::timestamptz IS NULL OR (created_at, id) < ($3, $4::uuid))
        ORDER BY created_at DESC, id DESC LIMIT $5`,
      [workspaceId, webhookId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return rows.map((row) => isoTimes(row));
  }

  /** @returns how many settled ones from before that moment were removed; `most` says that there may be more */
  async removeOlder(before: Date, most: number): Promise<number> {
    const rows = await this.database.query(
      `DELETE FROM webhook_delivery
        WHERE (workspace_id, id) IN (SELECT workspace_id, id FROM webhook_delivery
                                      WHERE state <> 'waiting' AND created_at < $1 LIMIT $2)
        RETURNING id`,
      [before, most],
    );
    return rows.length;
  }
}

import { Injectable } from '@nestjs/common';
import type { NewWebhook, Webhook } from '@plumbline/shared/contract/webhook';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';

const counted = (state: string, name: string): string => `
  (SELECT count(*)::int FROM (SELECT FROM webhook_delivery d WHERE d.workspace_id = w.workspace_id
      AND d.webhook_id = w.id AND d.state = '${state}' LIMIT 1000) found) AS ${name}`;

const webhookRow = `
  SELECT w.id, w.name, w.kind, w.url, w.events, w.severities, w.system_ids AS "systemIds", w.team_ids AS "teamIds",
         w.enabled, w.disabled_because AS "disabledBecause", cardinality(w.secrets) AS secrets,
         ${counted('waiting', 'waiting')}, ${counted('dead', 'dead')},
         (SELECT max(d.last_at) FROM webhook_delivery d WHERE d.workspace_id = w.workspace_id
             AND d.webhook_id = w.id AND d.state = 'delivered') AS "lastDeliveredAt",
         w.version, w.created_at AS "createdAt", w.updated_at AS "updatedAt"
    FROM webhook w`;

@Injectable()
export class WebhooksQueries {
  constructor(private readonly database: Database) {}

  async list(workspaceId: string): Promise<Webhook[]> {
    const rows = await this.database.query<Webhook>(
      `${webhookRow} WHERE w.workspace_id = $1 ORDER BY lower(w.name), w.id`,
      [workspaceId],
    );
    return rows.map((row) => isoTimes(row));
  }

  async byId(workspaceId: string, id: string): Promise<Webhook | null> {
    const row = await this.database.first<Webhook>(`${webhookRow} WHERE w.workspace_id = $1 AND w.id = $2`, [
      workspaceId,
      id,
    ]);
    return row && isoTimes(row);
  }

  /** It hears of what happens from now on. */
  async insert(
    workspaceId: string,
    webhook: NewWebhook & { id: string; secrets: string[]; createdAt: Date },
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO webhook (workspace_id, id, name, kind, url, events, severities, system_ids, team_ids, secrets, seq,
                            created_at, updated_at)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, activity_seq, $11, $11
         FROM workspace_counter WHERE workspace_id = $1`,
      [
        workspaceId,
        webhook.id,
        webhook.name,
        webhook.kind,
        webhook.url,
        webhook.events,
        webhook.severities,
        webhook.systemIds,
        webhook.teamIds,
        webhook.secrets,
        webhook.createdAt,
      ],
    );
  }

  async remove(workspaceId: string, id: string): Promise<void> {
    await this.database.query('DELETE FROM webhook WHERE workspace_id = $1 AND id = $2', [workspaceId, id]);
  }

  /** The new secret signs first, the one before it still; older ones go. */
  async addSecret(workspaceId: string, id: string, secret: string, at: Date): Promise<void> {
    await this.database.query(
      `UPDATE webhook SET secrets = ARRAY[$3, secrets[1]], version = version + 1, updated_at = $4
        WHERE workspace_id = $1 AND id = $2`,
      [workspaceId, id, secret, at],
    );
  }

  /** Turns it off by itself. @returns whether it was on */
  async disable(workspaceId: string, id: string, because: string, at: Date): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE webhook SET enabled = false, disabled_because = $3, version = version + 1, updated_at = $4
        WHERE workspace_id = $1 AND id = $2 AND enabled RETURNING id`,
      [workspaceId, id, because, at],
    );
    return rows.length > 0;
  }

  /** Turned on again it hears of what happens from then on. */
  async beginAtEnd(workspaceId: string, id: string): Promise<void> {
    await this.database.query(
      `UPDATE webhook w SET disabled_because = '', seq = c.activity_seq FROM workspace_counter c
        WHERE w.workspace_id = $1 AND w.id = $2 AND c.workspace_id = $1`,
      [workspaceId, id],
    );
  }
}

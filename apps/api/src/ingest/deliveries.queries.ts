import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Delivery } from '@plumbline/shared/contract/source';
import type { DeliveryOutcome } from '@plumbline/shared/taxonomy/values/tool';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import type { CursorValues } from '../platform/endpoint/cursor.js';

/** A delivery as it is stored, its body as it came. */
export interface DeliveryRow {
  id: string;
  sourceId: string;
  receivedAt: Date;
  door: string;
  outcome: DeliveryOutcome;
  httpStatus: number;
  contentType: string;
  encoding: string;
  body: Buffer;
  /** Whether the body itself is kept, beside its hash; yes unless said. */
  kept?: boolean;
  translation: object;
  problem: string;
  callerName: string;
  requestId: string;
  replayOf: string | null;
}

export interface KeptDelivery {
  id: string;
  door: string;
  contentType: string;
  encoding: string;
  outcome: DeliveryOutcome;
  body: Buffer | null;
}

const deliveryRow = `
  SELECT id, received_at AS "receivedAt", door, outcome, http_status AS "httpStatus", content_type AS "contentType",
         size, encode(body_hash, 'hex') AS hash, translation, problem, caller_name AS "callerName",
         request_id AS "requestId", replay_of AS "replayOf", body IS NOT NULL AS kept
    FROM delivery`;

@Injectable()
export class DeliveriesQueries {
  constructor(private readonly database: Database) {}

  async insert(workspaceId: string, delivery: DeliveryRow): Promise<void> {
    await this.database.query(
      `INSERT INTO delivery (workspace_id, id, source_id, received_at, door, outcome, http_status, content_type,
                             encoding, size, body, body_hash, translation, problem, caller_name, request_id, replay_of)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb, $14, $15, $16, $17)`,
      [
        workspaceId,
        delivery.id,
        delivery.sourceId,
        delivery.receivedAt,
        delivery.door,
        delivery.outcome,
        delivery.httpStatus,
        delivery.contentType,
        delivery.encoding,
        delivery.body.length,
        delivery.kept === false ? null : delivery.body,
        createHash('sha256').update(delivery.body).digest(),
        JSON.stringify(delivery.translation),
        delivery.problem,
        delivery.callerName,
        delivery.requestId,
        delivery.replayOf,
      ],
    );
  }

  /** @returns how many bodies of deliveries before that moment were let go of; `most` says that there may be more */
  async forgetBodies(before: Date, most: number): Promise<number> {
    const rows = await this.database.query(
      `UPDATE delivery SET body = NULL
        WHERE (workspace_id, id) IN (SELECT workspace_id, id FROM delivery
                                      WHERE body IS NOT NULL AND received_at < $1 LIMIT $2)
        RETURNING id`,
      [before, most],
    );
    return rows.length;
  }

  /** @returns how many deliveries before that moment were removed; `most` says that there may be more */
  async removeOlder(before: Date, most: number): Promise<number> {
    const rows = await this.database.query(
      `DELETE FROM delivery
        WHERE (workspace_id, id) IN (SELECT workspace_id, id FROM delivery WHERE received_at < $1 LIMIT $2)
        RETURNING id`,
      [before, most],
    );
    return rows.length;
  }

  /** Newest first; one row more than `limit` where there is a next page. */
  async list(
    workspaceId: string,
    sourceId: string,
    limit: number,
    after: CursorValues | null,
  ): Promise<Delivery[]> {
    const rows = await this.database.query<Delivery>(
      `${deliveryRow}
        WHERE workspace_id = $1 AND source_id = $2
          AND ($3::timestamptz IS NULL OR (received_at, id) < ($3, $4::uuid))
        ORDER BY received_at DESC, id DESC LIMIT $5`,
      [workspaceId, sourceId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return rows.map((row) => isoTimes(row));
  }

  async byId(workspaceId: string, sourceId: string, id: string): Promise<Delivery | null> {
    const row = await this.database.first<Delivery>(
      `${deliveryRow} WHERE workspace_id = $1 AND source_id = $2 AND id = $3`,
      [workspaceId, sourceId, id],
    );
    return row && isoTimes(row);
  }

  async kept(workspaceId: string, sourceId: string, id: string): Promise<KeptDelivery | null> {
    return this.database.first<KeptDelivery>(
      `SELECT id, door, content_type AS "contentType", encoding, outcome, body FROM delivery
        WHERE workspace_id = $1 AND source_id = $2 AND id = $3`,
      [workspaceId, sourceId, id],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { MailDelivery, MailDeliveryQuery } from '@plumbline/shared/contract/notification';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import { pageFrom, readCursor } from '../platform/endpoint/cursor.js';

/** A mail that is due, held until the transaction ends. */
export interface DueMail {
  workspaceId: string;
  id: string;
  personId: string;
  kind: MailDelivery['kind'];
  attempts: number;
  email: string;
  slug: string;
  name: string;
}

const selection = `
  SELECT d.id, p.email AS to, d.kind, d.state, d.attempts, d.last_error AS "lastError", d.created_at AS "createdAt",
         CASE WHEN d.state = 'waiting' THEN d.next_at END AS "nextAt", d.ended_at AS "endedAt"
    FROM mail_delivery d JOIN person p ON p.id = d.person_id`;

@Injectable()
export class MailDeliveriesQueries {
  constructor(private readonly database: Database) {}

  /** The mail that waits the longest, which nobody else holds; null when none is due. */
  async holdDue(now: Date): Promise<DueMail | null> {
    return this.database.first<DueMail>(
      `SELECT d.workspace_id AS "workspaceId", d.id, d.person_id AS "personId", d.kind, d.attempts, p.email, w.slug, w.name
         FROM mail_delivery d JOIN person p ON p.id = d.person_id JOIN workspace w ON w.id = d.workspace_id
        WHERE d.state = 'waiting' AND d.next_at <= $1 ORDER BY d.next_at LIMIT 1 FOR UPDATE OF d SKIP LOCKED`,
      [now],
    );
  }

  async end(
    { workspaceId, id }: Pick<DueMail, 'workspaceId' | 'id'>,
    state: 'sent' | 'withheld' | 'dead',
    error: string,
    at: Date,
  ): Promise<void> {
    await this.database.query(
      `UPDATE mail_delivery SET state = $3, last_error = $4, ended_at = $5, attempts = attempts + 1
        WHERE workspace_id = $1 AND id = $2`,
      [workspaceId, id, state, error, at],
    );
  }

  async postpone(
    { workspaceId, id }: Pick<DueMail, 'workspaceId' | 'id'>,
    nextAt: Date,
    error: string,
  ): Promise<void> {
    await this.database.query(
      `UPDATE mail_delivery SET next_at = $3, last_error = $4, attempts = attempts + 1
        WHERE workspace_id = $1 AND id = $2`,
      [workspaceId, id, nextAt, error],
    );
  }

  async list(
    workspaceId: string,
    query: MailDeliveryQuery,
  ): Promise<{ items: MailDelivery[]; next: string | null }> {
    const after = readCursor(query.cursor, 2);
    const rows = await this.database.query<MailDelivery>(
      `${selection} WHERE d.workspace_id = $1 AND ($2::text IS NULL OR d.state = $2)
          AND ($3::timestamptz IS NULL OR (d.created_at, d.id) < ($3, $4::uuid))
        ORDER BY d.created_at DESC, d.id DESC LIMIT $5`,
      [workspaceId, query.state ?? null, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
    );
    return pageFrom(
      rows.map((row) => isoTimes(row)),
      query.limit,
      ({ createdAt, id }) => [createdAt, id],
    );
  }

  /** Has a mail that was given up tried from the beginning. @returns it; null where none is given up by that id */
  async revive(workspaceId: string, id: string, now: Date): Promise<MailDelivery | null> {
    const rows = await this.database.query(
      `UPDATE mail_delivery SET state = 'waiting', attempts = 0, next_at = $3, ended_at = NULL
        WHERE workspace_id = $1 AND id = $2 AND state = 'dead' RETURNING id`,
      [workspaceId, id, now],
    );
    if (rows.length === 0) return null;
    const row = await this.database.first<MailDelivery>(
      `${selection} WHERE d.workspace_id = $1 AND d.id = $2`,
      [workspaceId, id],
    );
    return row && isoTimes(row);
  }
}

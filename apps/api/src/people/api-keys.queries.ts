import { Injectable } from '@nestjs/common';
import type { ApiKey, NewApiKey } from '@plumbline/shared/contract/api-key';
import { atLeast } from '@plumbline/shared/incident/abilities';
import { workspaceRole, type ApiKeyScope, type WorkspaceRole } from '@plumbline/shared/taxonomy/values';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';

/** What only an administrator may hand to a machine. */
export const guardedScopes: readonly ApiKeyScope[] = [
  'observations:read-held-out',
  'webhooks:manage',
  'metrics:scrape',
];

/** How a key is presented: as ours in a header, or as PagerDuty's clients do in the body. */
export type KeyKind = 'api_key' | 'routing_key';

/** A key as the guard needs it. */
export interface PresentedKey {
  workspaceId: string;
  slug: string;
  id: string;
  name: string;
  role: WorkspaceRole;
  scopes: ApiKeyScope[];
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

export interface IssuedKeyRow extends Omit<NewApiKey, 'expiresAt'> {
  id: string;
  prefix: string;
  hash: Buffer;
  kind: KeyKind;
  createdBy: string;
  createdAt: Date;
  expiresAt: string | null;
}

const apiKeyRow = `
  SELECT k.id, k.name, k.prefix, k.role, k.scopes, jsonb_build_object('id', p.id, 'name', p.name) AS "createdBy",
         k.created_at AS "createdAt", k.expires_at AS "expiresAt", k.last_used_at AS "lastUsedAt",
         k.revoked_at AS "revokedAt"
    FROM api_key k JOIN person p ON p.id = k.created_by`;

@Injectable()
export class ApiKeysQueries {
  constructor(private readonly database: Database) {}

  /** The global credential table first says which workspace to ask; then one row of that workspace. */
  async byHash(hash: Buffer, kind: KeyKind): Promise<PresentedKey | null> {
    return this.database.first<PresentedKey>(
      `SELECT k.workspace_id AS "workspaceId", w.slug, k.id, k.name, k.role, k.scopes, k.expires_at AS "expiresAt",
              k.revoked_at AS "revokedAt", k.last_used_at AS "lastUsedAt"
         FROM credential c
         JOIN workspace w ON w.id = c.workspace_id
         JOIN api_key k ON k.workspace_id = c.workspace_id AND k.id = c.subject_id
        WHERE c.hash = $1 AND c.kind = $2`,
      [hash, kind],
    );
  }

  async used(workspaceId: string, id: string, at: Date): Promise<void> {
    await this.database.query('UPDATE api_key SET last_used_at = $3 WHERE workspace_id = $1 AND id = $2', [
      workspaceId,
      id,
      at,
    ]);
  }

  /** Newest first. @param createdBy only the keys of this person; null lists all */
  async list(workspaceId: string, createdBy: string | null): Promise<ApiKey[]> {
    const rows = await this.database.query<ApiKey>(
      `${apiKeyRow} WHERE k.workspace_id = $1 AND ($2::uuid IS NULL OR k.created_by = $2) ORDER BY k.id DESC`,
      [workspaceId, createdBy],
    );
    return rows.map((row) => isoTimes(row));
  }

  async byId(workspaceId: string, id: string): Promise<ApiKey | null> {
    const row = await this.database.first<ApiKey>(`${apiKeyRow} WHERE k.workspace_id = $1 AND k.id = $2`, [
      workspaceId,
      id,
    ]);
    return row && isoTimes(row);
  }

  async insert(workspaceId: string, key: IssuedKeyRow): Promise<void> {
    await this.database.query(
      `INSERT INTO api_key (workspace_id, id, name, prefix, role, scopes, created_by, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        workspaceId,
        key.id,
        key.name,
        key.prefix,
        key.role,
        key.scopes,
        key.createdBy,
        key.createdAt,
        key.expiresAt,
      ],
    );
    await this.database.query(
      `INSERT INTO credential (hash, kind, workspace_id, subject_id) VALUES ($1, $4, $2, $3)`,
      [key.hash, workspaceId, key.id, key.kind],
    );
  }

  /** @returns whether it was still in force */
  async revoke(workspaceId: string, id: string, at: Date): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE api_key SET revoked_at = $3 WHERE workspace_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING id`,
      [workspaceId, id, at],
    );
    return rows.length > 0;
  }

  /**
   * Revokes the keys of a person that may do more than a role.
   * @param role null for someone who leaves: then all
   * @returns their ids
   */
  async revokeAbove(
    workspaceId: string,
    createdBy: string,
    role: WorkspaceRole | null,
    at: Date,
  ): Promise<string[]> {
    const allowed = Object.keys(workspaceRole).filter((each) => role && atLeast(role, each as WorkspaceRole));
    const rows = await this.database.query<{ id: string }>(
      `UPDATE api_key SET revoked_at = $5
        WHERE workspace_id = $1 AND created_by = $2 AND revoked_at IS NULL
          AND (role <> ALL ($3) OR scopes && $4) RETURNING id`,
      [workspaceId, createdBy, allowed, role === 'admin' ? [] : guardedScopes, at],
    );
    return rows.map(({ id }) => id);
  }
}

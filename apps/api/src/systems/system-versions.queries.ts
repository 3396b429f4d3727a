import { Injectable } from '@nestjs/common';
import type { NewSystemVersion, SystemVersion } from '@plumbline/shared/contract/system-version';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import type { CursorValues } from '../platform/endpoint/cursor.js';

const versionRow = `
  SELECT id, system_id AS "systemId", name, released_at AS "releasedAt", capability_tier AS "capabilityTier", notes,
         version, created_at AS "createdAt", updated_at AS "updatedAt", archived_at AS "archivedAt"
    FROM system_version`;

@Injectable()
export class SystemVersionsQueries {
  constructor(private readonly database: Database) {}

  async byId(workspaceId: string, id: string): Promise<SystemVersion | null> {
    const row = await this.database.first<SystemVersion>(
      `${versionRow} WHERE workspace_id = $1 AND id = $2`,
      [workspaceId, id],
    );
    return row && isoTimes(row);
  }

  /** Newest first: unreleased versions by when they were added. */
  async list(
    workspaceId: string,
    systemId: string,
    limit: number,
    after: CursorValues | null,
  ): Promise<SystemVersion[]> {
    const rows = await this.database.query<SystemVersion>(
      `${versionRow}
        WHERE workspace_id = $1 AND system_id = $2 AND archived_at IS NULL
          AND ($3::timestamptz IS NULL OR (coalesce(released_at, created_at), id) < ($3, $4::uuid))
        ORDER BY coalesce(released_at, created_at) DESC, id DESC
        LIMIT $5`,
      [workspaceId, systemId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return rows.map((row) => isoTimes(row));
  }

  async insert(
    workspaceId: string,
    id: string,
    systemId: string,
    draft: NewSystemVersion,
    now: Date,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO system_version (workspace_id, id, system_id, name, released_at, capability_tier, notes,
                                   created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      [workspaceId, id, systemId, draft.name, draft.releasedAt, draft.capabilityTier, draft.notes, now],
    );
  }
}

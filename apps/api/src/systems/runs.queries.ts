import { Injectable } from '@nestjs/common';
import type { NewRun, Run } from '@plumbline/shared/contract/run';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import type { CursorValues } from '../platform/endpoint/cursor.js';

const runRow = `
  SELECT id, system_id AS "systemId", external_id AS "externalId", kind, version_id AS "versionId", link,
         started_at AS "startedAt", ended_at AS "endedAt", version, created_at AS "createdAt",
         updated_at AS "updatedAt", archived_at AS "archivedAt"
    FROM run`;

/** A version or a run, as a sender may name it. */
export interface NamedPart {
  kind: 'version' | 'run';
  systemId: string;
  id: string;
  name: string;
}

@Injectable()
export class RunsQueries {
  constructor(private readonly database: Database) {}

  async byId(workspaceId: string, id: string): Promise<Run | null> {
    const row = await this.database.first<Run>(`${runRow} WHERE workspace_id = $1 AND id = $2`, [
      workspaceId,
      id,
    ]);
    return row && isoTimes(row);
  }

  /** Newest first: by start, or by when they were added. */
  async list(
    workspaceId: string,
    systemId: string,
    limit: number,
    after: CursorValues | null,
  ): Promise<Run[]> {
    const rows = await this.database.query<Run>(
      `${runRow}
        WHERE workspace_id = $1 AND system_id = $2 AND archived_at IS NULL
          AND ($3::timestamptz IS NULL OR (coalesce(started_at, created_at), id) < ($3, $4::uuid))
        ORDER BY coalesce(started_at, created_at) DESC, id DESC
        LIMIT $5`,
      [workspaceId, systemId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return rows.map((row) => isoTimes(row));
  }

  async insert(workspaceId: string, id: string, systemId: string, draft: NewRun, now: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO run (workspace_id, id, system_id, external_id, kind, version_id, link, started_at, ended_at,
                        created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
      [
        workspaceId,
        id,
        systemId,
        draft.externalId,
        draft.kind,
        draft.versionId,
        draft.link,
        draft.startedAt,
        draft.endedAt,
        now,
      ],
    );
  }

  /** The versions and runs whose own name or id is among `names`. */
  async named(workspaceId: string, systemIds: string[], names: string[]): Promise<NamedPart[]> {
    return this.database.query<NamedPart>(
      `SELECT 'version' AS kind, system_id AS "systemId", id, name FROM system_version
        WHERE workspace_id = $1 AND system_id = ANY($2::uuid[]) AND (name = ANY($3) OR id::text = ANY($3))
       UNION ALL
       SELECT 'run', system_id, id, external_id FROM run
        WHERE workspace_id = $1 AND system_id = ANY($2::uuid[]) AND (external_id = ANY($3) OR id::text = ANY($3))`,
      [workspaceId, systemIds, names],
    );
  }
}

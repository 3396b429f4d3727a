import { Injectable } from '@nestjs/common';
import type { Source, SourceSettings } from '@plumbline/shared/contract/source';
import type { ToolKind } from '@plumbline/shared/taxonomy/values/tool';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';

/** A source as a door needs it. */
export interface SourceAtDoor {
  id: string;
  key: string;
  name: string;
  kind: ToolKind;
  systemId: string | null;
  teamId: string | null;
  environment: string;
  grouping: string;
  settings: Partial<SourceSettings>;
  archived: boolean;
}

export interface SourceRow {
  id: string;
  slug: string;
  name: string;
  kind: ToolKind;
  systemId: string | null;
  teamId: string | null;
  environment: string;
  grouping: string;
  settings: SourceSettings;
  quietAfterHours: number | null;
  createdAt: Date;
}

const atDoor = `
  SELECT id, slug AS key, name, kind, system_id AS "systemId", team_id AS "teamId", environment, grouping, settings,
         archived_at IS NOT NULL AS archived
    FROM source`;

const isoOf = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Always with `$1` the workspace, `$2` now and `$3` a day before it. */
const sourceRow = `
  SELECT s.id, s.slug, s.name, s.kind, s.environment, s.grouping, s.settings,
         CASE WHEN sys.id IS NULL THEN NULL ELSE jsonb_build_object('id', sys.id, 'name', sys.name) END AS system,
         CASE WHEN t.id IS NULL THEN NULL ELSE jsonb_build_object('id', t.id, 'name', t.name) END AS team,
         s.quiet_after_hours AS "quietAfterHours", newest.received_at AS "lastDeliveryAt",
         s.archived_at IS NULL AND s.quiet_after_hours IS NOT NULL
           AND coalesce(newest.received_at, s.created_at) + make_interval(hours => s.quiet_after_hours) < $2
           AS quiet,
         (SELECT count(*)::int FROM (SELECT FROM delivery d WHERE d.workspace_id = s.workspace_id
             AND d.source_id = s.id AND d.received_at > $3 LIMIT 1000) recent) AS "deliveriesToday",
         (SELECT count(*)::int FROM (SELECT FROM delivery d WHERE d.workspace_id = s.workspace_id
             AND d.source_id = s.id AND d.received_at > $3 AND d.outcome IN ('refused', 'partly') LIMIT 1000) wrong
         ) AS "problemsToday",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'prefix', k.prefix,
                   'createdAt', ${isoOf('k.created_at')}, 'lastUsedAt', ${isoOf('k.last_used_at')}) ORDER BY k.id), '[]')
            FROM source_key sk JOIN api_key k ON k.workspace_id = sk.workspace_id AND k.id = sk.api_key_id
           WHERE sk.workspace_id = s.workspace_id AND sk.source_id = s.id AND k.revoked_at IS NULL) AS keys,
         s.version, s.created_at AS "createdAt", s.updated_at AS "updatedAt", s.archived_at AS "archivedAt"
    FROM source s
    LEFT JOIN ai_system sys ON sys.workspace_id = s.workspace_id AND sys.id = s.system_id
    LEFT JOIN team t ON t.workspace_id = s.workspace_id AND t.id = s.team_id
    LEFT JOIN LATERAL (SELECT d.received_at FROM delivery d
                        WHERE d.workspace_id = s.workspace_id AND d.source_id = s.id AND d.outcome <> 'test'
                        ORDER BY d.received_at DESC, d.id DESC LIMIT 1) newest ON true`;

const day = 24 * 3_600_000;

@Injectable()
export class SourcesQueries {
  constructor(private readonly database: Database) {}

  async bySlug(workspaceId: string, slug: string): Promise<SourceAtDoor | null> {
    return this.database.first<SourceAtDoor>(`${atDoor} WHERE workspace_id = $1 AND slug = $2`, [
      workspaceId,
      slug,
    ]);
  }

  /** The first two of a kind that take anything. */
  async ofKind(workspaceId: string, kind: ToolKind): Promise<SourceAtDoor[]> {
    return this.database.query<SourceAtDoor>(
      `${atDoor} WHERE workspace_id = $1 AND kind = $2 AND archived_at IS NULL ORDER BY id LIMIT 2`,
      [workspaceId, kind],
    );
  }

  async ofKey(workspaceId: string, keyId: string): Promise<SourceAtDoor | null> {
    return this.database.first<SourceAtDoor>(
      `${atDoor} WHERE workspace_id = $1 AND id = (SELECT source_id FROM source_key
                                                    WHERE workspace_id = $1 AND api_key_id = $2)`,
      [workspaceId, keyId],
    );
  }

  async atDoor(workspaceId: string, id: string): Promise<SourceAtDoor | null> {
    return this.database.first<SourceAtDoor>(`${atDoor} WHERE workspace_id = $1 AND id = $2`, [
      workspaceId,
      id,
    ]);
  }

  async list(workspaceId: string, now: Date): Promise<Source[]> {
    const rows = await this.database.query<Source>(
      `${sourceRow} WHERE s.workspace_id = $1 ORDER BY s.archived_at IS NOT NULL, lower(s.name), s.id`,
      [workspaceId, now, new Date(now.getTime() - day)],
    );
    return rows.map((row) => isoTimes(row));
  }

  async byId(workspaceId: string, id: string, now: Date): Promise<Source | null> {
    const row = await this.database.first<Source>(`${sourceRow} WHERE s.workspace_id = $1 AND s.id = $4`, [
      workspaceId,
      now,
      new Date(now.getTime() - day),
      id,
    ]);
    return row && isoTimes(row);
  }

  /** @returns whether it is new: a slug that is taken stays as it is */
  async insert(workspaceId: string, source: SourceRow): Promise<boolean> {
    const rows = await this.database.query(
      `INSERT INTO source (workspace_id, id, slug, name, kind, system_id, environment, grouping, settings,
                           quiet_after_hours, created_at, updated_at, team_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11, $11, $12)
       ON CONFLICT (workspace_id, slug) DO NOTHING RETURNING id`,
      [
        workspaceId,
        source.id,
        source.slug,
        source.name,
        source.kind,
        source.systemId,
        source.environment,
        source.grouping,
        JSON.stringify(source.settings),
        source.quietAfterHours,
        source.createdAt,
        source.teamId,
      ],
    );
    return rows.length > 0;
  }

  /** Notes that a key is the tool's. */
  async addKey(workspaceId: string, sourceId: string, keyId: string): Promise<void> {
    await this.database.query(
      'INSERT INTO source_key (workspace_id, source_id, api_key_id) VALUES ($1, $2, $3)',
      [workspaceId, sourceId, keyId],
    );
  }

  async hasKey(workspaceId: string, sourceId: string, keyId: string): Promise<boolean> {
    const row = await this.database.first(
      'SELECT 1 FROM source_key WHERE workspace_id = $1 AND source_id = $2 AND api_key_id = $3',
      [workspaceId, sourceId, keyId],
    );
    return row !== null;
  }
}

import { Injectable } from '@nestjs/common';
import type { System, SystemQuery } from '@plumbline/shared/contract/system';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import type { CursorValues } from '../platform/endpoint/cursor.js';

type Row = System & { sortName: string };

/** A system with its team and the counts of what is defined for it. */
const systemRow = `
  SELECT s.id, s.key, s.name, s.purpose, s.owner_team_id AS "ownerTeamId", t.name AS "ownerTeamName", s.stage, s.role,
         s.risk_class AS "riskClass", s.jurisdictions, s.version, s.created_at AS "createdAt",
         s.updated_at AS "updatedAt", s.archived_at AS "archivedAt", s.example, lower(s.name) AS "sortName",
         jsonb_build_object(
           'objectives', (SELECT count(*) FROM objective o
                           WHERE o.workspace_id = s.workspace_id AND o.system_id = s.id AND o.archived_at IS NULL),
           'metrics', (SELECT count(*) FROM metric m
                        WHERE m.workspace_id = s.workspace_id AND m.system_id = s.id AND m.archived_at IS NULL),
           'pairs', (SELECT count(*) FROM metric_pair p
                      WHERE p.workspace_id = s.workspace_id AND p.system_id = s.id AND p.archived_at IS NULL),
           'unmeasuredProxies', (SELECT count(*) FROM metric m
                                  WHERE m.workspace_id = s.workspace_id AND m.system_id = s.id AND m.role = 'proxy'
                                    AND m.archived_at IS NULL AND m.retired_on IS NULL
                                    AND NOT EXISTS (SELECT FROM metric_pair p
                                                     WHERE p.workspace_id = m.workspace_id
                                                       AND p.proxy_metric_id = m.id AND p.archived_at IS NULL))
         ) AS counts
    FROM ai_system s
    LEFT JOIN team t ON t.workspace_id = s.workspace_id AND t.id = s.owner_team_id`;

@Injectable()
export class SystemsQueries {
  constructor(private readonly database: Database) {}

  async byId(workspaceId: string, id: string): Promise<System | null> {
    return this.one(`${systemRow} WHERE s.workspace_id = $1 AND s.id = $2`, [workspaceId, id]);
  }

  async byKey(workspaceId: string, key: string): Promise<System | null> {
    return this.one(`${systemRow} WHERE s.workspace_id = $1 AND s.key = $2`, [workspaceId, key]);
  }

  /** One row more than `limit` where there is a next page. */
  async list(workspaceId: string, query: SystemQuery, after: CursorValues | null): Promise<Row[]> {
    const rows = await this.database.query<Row>(
      `${systemRow}
        WHERE s.workspace_id = $1
          AND (s.archived_at IS NOT NULL) = $2
          AND ($3::text IS NULL OR s.stage = $3)
          AND ($4::uuid IS NULL OR s.owner_team_id = $4)
          AND ($5::text IS NULL OR strpos(lower(s.name), lower($5)) > 0 OR strpos(s.key, lower($5)) > 0)
          AND ($6::text IS NULL OR (lower(s.name), s.id) > ($6, $7::uuid))
        ORDER BY lower(s.name), s.id
        LIMIT $8`,
      [
        workspaceId,
        query.archived ?? false,
        query.stage ?? null,
        query.team ?? null,
        query.q || null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        query.limit + 1,
      ],
    );
    return rows.map((row) => isoTimes(row));
  }

  async insert(
    workspaceId: string,
    id: string,
    system: Omit<System, 'id' | 'counts' | 'example'>,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO ai_system (workspace_id, id, key, name, purpose, owner_team_id, stage, role, risk_class,
                              jurisdictions, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
      [
        workspaceId,
        id,
        system.key,
        system.name,
        system.purpose,
        system.ownerTeamId,
        system.stage,
        system.role,
        system.riskClass,
        system.jurisdictions,
        system.createdAt,
      ],
    );
  }

  private async one(sql: string, parameters: unknown[]): Promise<System | null> {
    const row = await this.database.first<Row>(sql, parameters);
    return row && isoTimes(row);
  }
}

import { Injectable } from '@nestjs/common';
import type { Loophole, NewLoophole, NewObjective, Objective } from '@plumbline/shared/contract/objective';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import type { CursorValues } from '../platform/endpoint/cursor.js';

const objectiveRow = `
  SELECT o.id, o.system_id AS "systemId", o.name, o.intent, o.specification,
         o.context_dependent AS "contextDependent", o.implicit, o.multi_dimensional AS "multiDimensional", o.changing,
         o.version, o.created_at AS "createdAt", o.updated_at AS "updatedAt", o.archived_at AS "archivedAt",
         coalesce((SELECT jsonb_agg(jsonb_build_object(
                            'id', l.id, 'objectiveId', l.objective_id, 'description', l.description, 'state', l.state,
                            'foundOn', l.found_on, 'note', l.note, 'version', l.version) ORDER BY l.found_on, l.id)
                     FROM objective_loophole l
                    WHERE l.workspace_id = o.workspace_id AND l.objective_id = o.id), '[]') AS loopholes
    FROM objective o`;

@Injectable()
export class ObjectivesQueries {
  constructor(private readonly database: Database) {}

  async byId(workspaceId: string, id: string): Promise<Objective | null> {
    const row = await this.database.first<Objective>(
      `${objectiveRow} WHERE o.workspace_id = $1 AND o.id = $2`,
      [workspaceId, id],
    );
    return row && isoTimes(row);
  }

  /** Oldest first, so that the objective a system began with stays on top. */
  async list(
    workspaceId: string,
    systemId: string,
    limit: number,
    after: CursorValues | null,
  ): Promise<Objective[]> {
    const rows = await this.database.query<Objective>(
      `${objectiveRow}
        WHERE o.workspace_id = $1 AND o.system_id = $2 AND o.archived_at IS NULL
          AND ($3::uuid IS NULL OR o.id > $3)
        ORDER BY o.id
        LIMIT $4`,
      [workspaceId, systemId, after?.[0] ?? null, limit + 1],
    );
    return rows.map((row) => isoTimes(row));
  }

  async insert(
    workspaceId: string,
    id: string,
    systemId: string,
    draft: NewObjective,
    now: Date,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO objective (workspace_id, id, system_id, name, intent, specification, context_dependent, implicit,
                              multi_dimensional, changing, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
      [
        workspaceId,
        id,
        systemId,
        draft.name,
        draft.intent,
        draft.specification,
        draft.contextDependent,
        draft.implicit,
        draft.multiDimensional,
        draft.changing,
        now,
      ],
    );
  }

  /** @returns the names of unarchived metrics that serve the objective */
  async servedBy(workspaceId: string, id: string): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `SELECT name FROM metric WHERE workspace_id = $1 AND objective_id = $2 AND archived_at IS NULL ORDER BY name LIMIT 5`,
      [workspaceId, id],
    );
    return rows.map(({ name }) => name);
  }

  async loophole(workspaceId: string, id: string): Promise<Loophole | null> {
    return this.database.first<Loophole>(
      `SELECT id, objective_id AS "objectiveId", description, state, found_on::text AS "foundOn", note, version
         FROM objective_loophole WHERE workspace_id = $1 AND id = $2`,
      [workspaceId, id],
    );
  }

  async insertLoophole(
    workspaceId: string,
    id: string,
    objectiveId: string,
    draft: NewLoophole & { foundOn: string },
    now: Date,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO objective_loophole (workspace_id, id, objective_id, description, state, found_on, note, created_at,
                                       updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      [workspaceId, id, objectiveId, draft.description, draft.state, draft.foundOn, draft.note, now],
    );
  }
}

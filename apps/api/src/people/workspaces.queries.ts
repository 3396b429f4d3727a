import { Injectable } from '@nestjs/common';
import type { Workspace } from '@plumbline/shared/contract/workspace';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';

export interface WorkspaceRow {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
}

@Injectable()
export class WorkspacesQueries {
  constructor(private readonly database: Database) {}

  /** Writes the workspace and its counter row, without which nothing in it can be recorded. */
  async insert(workspace: WorkspaceRow, at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO workspace (id, slug, name, time_zone, created_at) VALUES ($1, $2, $3, $4, $5)`,
      [workspace.id, workspace.slug, workspace.name, workspace.timeZone, at],
    );
    await this.database.query('INSERT INTO workspace_counter (workspace_id) VALUES ($1)', [workspace.id]);
  }

  async slugTaken(slug: string): Promise<boolean> {
    return (await this.database.first('SELECT FROM workspace WHERE slug = $1', [slug])) !== null;
  }

  async byId(id: string): Promise<Workspace | null> {
    const row = await this.database.first<Workspace>(
      `SELECT id, slug, name, time_zone AS "timeZone", meeting_day AS "meetingDay", meeting_time AS "meetingTime",
              version, created_at AS "createdAt"
         FROM workspace WHERE id = $1`,
      [id],
    );
    return row && isoTimes(row);
  }

  /** @returns whether it was still at that version */
  async update(workspace: Workspace, seen: number): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE workspace SET name = $3, time_zone = $4, meeting_day = $5, meeting_time = $6,
                            version = version + 1
        WHERE id = $1 AND version = $2 RETURNING id`,
      [workspace.id, seen, workspace.name, workspace.timeZone, workspace.meetingDay, workspace.meetingTime],
    );
    return rows.length > 0;
  }
}

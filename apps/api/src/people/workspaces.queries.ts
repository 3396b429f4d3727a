import { Injectable } from '@nestjs/common';
import type { WorkspaceRole } from '@plumbline/shared/taxonomy/values';
import { Database } from '../platform/database/database.js';

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

  async addMember(workspaceId: string, personId: string, role: WorkspaceRole, at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO member (workspace_id, person_id, role, created_at) VALUES ($1, $2, $3, $4)`,
      [workspaceId, personId, role, at],
    );
  }
}

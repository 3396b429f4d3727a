import { Injectable } from '@nestjs/common';
import type { Team } from '@plumbline/shared/contract/team';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';

const teamRow = `
  SELECT t.id, t.name, t.version, t.created_at AS "createdAt", t.archived_at AS "archivedAt", t.example,
         COALESCE((SELECT jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name) ORDER BY lower(p.name), p.id)
                     FROM team_member m JOIN person p ON p.id = m.person_id
                    WHERE m.workspace_id = t.workspace_id AND m.team_id = t.id), '[]') AS members
    FROM team t`;

@Injectable()
export class TeamsQueries {
  constructor(private readonly database: Database) {}

  async list(workspaceId: string, archived: boolean): Promise<Team[]> {
    const rows = await this.database.query<Team>(
      `${teamRow} WHERE t.workspace_id = $1 AND (t.archived_at IS NOT NULL) = $2 ORDER BY lower(t.name)`,
      [workspaceId, archived],
    );
    return rows.map((row) => isoTimes(row));
  }

  async byId(workspaceId: string, id: string): Promise<Team | null> {
    const row = await this.database.first<Team>(`${teamRow} WHERE t.workspace_id = $1 AND t.id = $2`, [
      workspaceId,
      id,
    ]);
    return row && isoTimes(row);
  }

  /** @returns those of the given ids that are teams in use */
  async existing(workspaceId: string, ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM team WHERE workspace_id = $1 AND id = ANY ($2::uuid[]) AND archived_at IS NULL',
      [workspaceId, ids],
    );
    return rows.map(({ id }) => id);
  }

  /** @param except a team that may keep the name */
  async nameTaken(workspaceId: string, name: string, except: string | null): Promise<boolean> {
    const row = await this.database.first(
      'SELECT FROM team WHERE workspace_id = $1 AND lower(name) = lower($2) AND ($3::uuid IS NULL OR id <> $3)',
      [workspaceId, name, except],
    );
    return row !== null;
  }

  async insert(workspaceId: string, id: string, name: string, at: Date): Promise<void> {
    await this.database.query(
      'INSERT INTO team (workspace_id, id, name, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)',
      [workspaceId, id, name, at],
    );
  }

  /** @returns whether they were not in it before */
  async addMember(workspaceId: string, teamId: string, personId: string): Promise<boolean> {
    const rows = await this.database.query(
      `INSERT INTO team_member (workspace_id, team_id, person_id) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING person_id`,
      [workspaceId, teamId, personId],
    );
    return rows.length > 0;
  }

  /** @returns whether they were in it */
  async removeMember(workspaceId: string, teamId: string, personId: string): Promise<boolean> {
    const rows = await this.database.query(
      `DELETE FROM team_member WHERE workspace_id = $1 AND team_id = $2 AND person_id = $3 RETURNING person_id`,
      [workspaceId, teamId, personId],
    );
    return rows.length > 0;
  }
}

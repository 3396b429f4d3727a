import { Injectable } from '@nestjs/common';
import type { Member, MemberQuery } from '@plumbline/shared/contract/member';
import type { WorkspaceRole } from '@plumbline/shared/taxonomy/values';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import type { CursorValues } from '../platform/endpoint/cursor.js';

type Row = Member & { sortName: string };

const memberRow = `
  SELECT m.person_id AS "personId", p.name, p.email, m.role, m.created_at AS "joinedAt", m.example, lower(p.name) AS "sortName",
         ARRAY(SELECT t.team_id FROM team_member t
                WHERE t.workspace_id = m.workspace_id AND t.person_id = m.person_id ORDER BY t.team_id) AS "teamIds"
    FROM member m JOIN person p ON p.id = m.person_id`;

@Injectable()
export class MembersQueries {
  constructor(private readonly database: Database) {}

  /** One row more than `limit` where there is a next page. */
  async list(workspaceId: string, query: MemberQuery, after: CursorValues | null): Promise<Row[]> {
    const rows = await this.database.query<Row>(
      `${memberRow}
        WHERE m.workspace_id = $1 AND m.removed_at IS NULL
          AND ($2::text IS NULL OR strpos(lower(p.name), lower($2)) > 0 OR strpos(lower(p.email), lower($2)) > 0)
          AND ($3::uuid IS NULL OR EXISTS (SELECT FROM team_member t
                                            WHERE t.workspace_id = m.workspace_id AND t.person_id = m.person_id
                                              AND t.team_id = $3))
          AND ($4::text IS NULL OR (lower(p.name), m.person_id) > ($4, $5::uuid))
        ORDER BY lower(p.name), m.person_id
        LIMIT $6`,
      [
        workspaceId,
        query.q || null,
        query.team ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        query.limit + 1,
      ],
    );
    return rows.map((row) => isoTimes(row));
  }

  async byId(workspaceId: string, personId: string): Promise<Member | null> {
    const row = await this.database.first<Member>(
      `${memberRow} WHERE m.workspace_id = $1 AND m.person_id = $2 AND m.removed_at IS NULL`,
      [workspaceId, personId],
    );
    return row && isoTimes(row);
  }

  /** Lets a person in, also one who was removed before. */
  async put(workspaceId: string, personId: string, role: WorkspaceRole, at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO member (workspace_id, person_id, role, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (workspace_id, person_id)
       DO UPDATE SET role = excluded.role, created_at = excluded.created_at, removed_at = NULL`,
      [workspaceId, personId, role, at],
    );
  }

  async setRole(workspaceId: string, personId: string, role: WorkspaceRole): Promise<void> {
    await this.database.query('UPDATE member SET role = $3 WHERE workspace_id = $1 AND person_id = $2', [
      workspaceId,
      personId,
      role,
    ]);
  }

  /** The row stays, so that what they did keeps their name. */
  async remove(workspaceId: string, personId: string, at: Date): Promise<void> {
    await this.database.query(
      'UPDATE member SET removed_at = $3 WHERE workspace_id = $1 AND person_id = $2',
      [workspaceId, personId, at],
    );
    await this.database.query('DELETE FROM team_member WHERE workspace_id = $1 AND person_id = $2', [
      workspaceId,
      personId,
    ]);
  }

  /** The administrators, locked until the transaction ends: of two who demote each other, the second waits. */
  async lockAdministrators(workspaceId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT person_id AS id FROM member
        WHERE workspace_id = $1 AND role = 'admin' AND removed_at IS NULL ORDER BY person_id FOR UPDATE`,
      [workspaceId],
    );
    return rows.map(({ id }) => id);
  }

  async administersAny(personId: string): Promise<boolean> {
    const row = await this.database.first(
      `SELECT FROM member WHERE person_id = $1 AND role = 'admin' AND removed_at IS NULL LIMIT 1`,
      [personId],
    );
    return row !== null;
  }
}

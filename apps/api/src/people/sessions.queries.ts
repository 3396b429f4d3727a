import { Injectable } from '@nestjs/common';
import type { WorkspaceRole } from '@plumbline/shared/taxonomy/values';
import { Database } from '../platform/database/database.js';

export interface MembershipRow {
  workspaceId: string;
  slug: string;
  name: string;
  timeZone: string;
  role: WorkspaceRole;
  teamIds: string[];
}

/** A living session with its person and everywhere that person may go. */
export interface SessionRow {
  id: string;
  personId: string;
  name: string;
  email: string;
  lastSeenAt: Date;
  memberships: MembershipRow[];
}

export interface NewSession {
  id: string;
  tokenHash: Buffer;
  personId: string;
  at: Date;
  expiresAt: Date;
  userAgent: string;
  address: string;
}

@Injectable()
export class SessionsQueries {
  constructor(private readonly database: Database) {}

  /** One round trip for every request of a browser: who it is, and their roles. */
  async living(tokenHash: Buffer, at: Date): Promise<SessionRow | null> {
    return this.database.first<SessionRow>(
      `SELECT s.id, s.person_id AS "personId", p.name, p.email, s.last_seen_at AS "lastSeenAt",
              COALESCE((
                SELECT jsonb_agg(jsonb_build_object(
                         'workspaceId', m.workspace_id, 'slug', w.slug, 'name', w.name, 'timeZone', w.time_zone,
                         'role', m.role,
                         'teamIds', ARRAY(SELECT t.team_id FROM team_member t
                                           WHERE t.workspace_id = m.workspace_id AND t.person_id = m.person_id)
                       ) ORDER BY lower(w.name), w.id)
                  FROM member m JOIN workspace w ON w.id = m.workspace_id
                 WHERE m.person_id = s.person_id), '[]') AS memberships
         FROM session s JOIN person p ON p.id = s.person_id
        WHERE s.token_hash = $1 AND s.expires_at > $2 AND p.disabled_at IS NULL`,
      [tokenHash, at],
    );
  }

  async insert(session: NewSession): Promise<void> {
    await this.database.query(
      `INSERT INTO session (id, token_hash, person_id, created_at, last_seen_at, expires_at, user_agent, address)
       VALUES ($1, $2, $3, $4, $4, $5, $6, $7)`,
      [
        session.id,
        session.tokenHash,
        session.personId,
        session.at,
        session.expiresAt,
        session.userAgent,
        session.address,
      ],
    );
  }

  async seen(id: string, at: Date): Promise<void> {
    await this.database.query('UPDATE session SET last_seen_at = $2 WHERE id = $1', [id, at]);
  }

  async end(id: string): Promise<void> {
    await this.database.query('DELETE FROM session WHERE id = $1', [id]);
  }

  async endByToken(tokenHash: Buffer): Promise<void> {
    await this.database.query('DELETE FROM session WHERE token_hash = $1', [tokenHash]);
  }
}

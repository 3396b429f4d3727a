import { Injectable } from '@nestjs/common';
import type { OpenSession } from '@plumbline/shared/contract/session';
import type { WorkspaceRole } from '@plumbline/shared/taxonomy/values';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';

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
                 WHERE m.person_id = s.person_id AND m.removed_at IS NULL), '[]') AS memberships
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

  /** @returns whether it was theirs and open */
  async endOwn(personId: string, id: string): Promise<boolean> {
    const rows = await this.database.query(
      'DELETE FROM session WHERE id = $2 AND person_id = $1 RETURNING id',
      [personId, id],
    );
    return rows.length > 0;
  }

  /** @param except the session that stays; null ends all */
  async endAll(personId: string, except: string | null): Promise<void> {
    await this.database.query('DELETE FROM session WHERE person_id = $1 AND ($2::uuid IS NULL OR id <> $2)', [
      personId,
      except,
    ]);
  }

  /** Last seen first. */
  async list(personId: string, at: Date): Promise<Omit<OpenSession, 'current'>[]> {
    const rows = await this.database.query<Omit<OpenSession, 'current'>>(
      `SELECT id, user_agent AS "userAgent", address, created_at AS "createdAt", last_seen_at AS "lastSeenAt",
              expires_at AS "expiresAt"
         FROM session WHERE person_id = $1 AND expires_at > $2 ORDER BY last_seen_at DESC, id`,
      [personId, at],
    );
    return rows.map((row) => isoTimes(row));
  }

  /** Sessions that ended by themselves are of no use to anyone. */
  async sweep(at: Date): Promise<void> {
    await this.database.query('DELETE FROM session WHERE expires_at <= $1', [at]);
  }

  /** Whether this person is signed in from this address already. */
  async knownFrom(personId: string, address: string, at: Date): Promise<boolean> {
    const row = await this.database.first(
      'SELECT FROM session WHERE person_id = $1 AND address = $2 AND expires_at > $3 LIMIT 1',
      [personId, address, at],
    );
    return row !== null;
  }

  async endByToken(tokenHash: Buffer): Promise<void> {
    await this.database.query('DELETE FROM session WHERE token_hash = $1', [tokenHash]);
  }
}

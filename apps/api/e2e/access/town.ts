import { createHash, randomBytes } from 'node:crypto';
import type { ApiKeyScope, WorkspaceRole } from '@plumbline/shared/taxonomy/values';
import pg from 'pg';
import { v7 as newId } from 'uuid';
import { newApiKey } from '../../src/people/secrets.js';
import {
  allScopes,
  amaraOkafor,
  join,
  jonasLindqvist,
  mateusCarvalho,
  setUpNorthwind,
  type Desk,
} from '../cast.js';
import { startTestApi, type TestApi } from '../start-test-api.js';

export const roles = ['viewer', 'reporter', 'triager', 'admin'] as const;

/** What a key is made with. */
export interface KeyTraits {
  role?: WorkspaceRole;
  scopes?: readonly ApiKeyScope[];
  expiresAt?: Date;
  revokedAt?: Date;
}

/**
 * Northwind with one person for each role, on a database that tests may reach into. Many calls of these tests end
 * sessions, leave, or change the password: so everybody gets a fresh credential, and their role back, for each.
 */
export class Town {
  private constructor(
    readonly api: TestApi,
    readonly desk: Desk,
    readonly people: Record<WorkspaceRole, string>,
    private readonly client: pg.Client,
  ) {}

  static async build(): Promise<Town> {
    const api = await startTestApi();
    const client = new pg.Client({ connectionString: api.databaseUrl });
    await client.connect();
    const desk = await setUpNorthwind(api);
    const triager = (await join(api, desk, jonasLindqvist)).personId;
    const reporter = (await join(api, desk, amaraOkafor)).personId;
    const viewer = (await join(api, desk, mateusCarvalho)).personId;
    return new Town(api, desk, { viewer, reporter, triager, admin: desk.session.person.id }, client);
  }

  async stop(): Promise<void> {
    await this.client.end();
    await this.api.stop();
  }

  async query<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.client.query<T>(sql, parameters)).rows;
  }

  /** A fresh session cookie of the person with this role, who is a member again if a call made them leave. */
  async cookieFor(role: WorkspaceRole): Promise<string> {
    await this.query(
      `INSERT INTO member (workspace_id, person_id, role, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (workspace_id, person_id) DO UPDATE SET role = excluded.role, removed_at = NULL`,
      [this.desk.workspaceId, this.people[role], role, new Date()],
    );
    return this.sessionOf(this.people[role], new Date(Date.now() + 3_600_000));
  }

  async sessionOf(personId: string, expiresAt: Date): Promise<string> {
    const token = randomBytes(24).toString('hex');
    await this.query(
      `INSERT INTO session (id, token_hash, person_id, created_at, last_seen_at, expires_at)
       VALUES ($1, $2, $3, $4, $4, $5)`,
      [newId(), digest(token), personId, new Date(), expiresAt],
    );
    return `__Host-plumbline_session=${token}`;
  }

  /** The headers of a browser on our own page, in Northwind. */
  async browserOf(role: WorkspaceRole): Promise<Record<string, string>> {
    return {
      cookie: await this.cookieFor(role),
      'sec-fetch-site': 'same-origin',
      'plumbline-workspace': 'northwind',
    };
  }

  /** A fresh key of Northwind. */
  async key({ role = 'admin', scopes = allScopes, expiresAt, revokedAt }: KeyTraits = {}): Promise<string> {
    const { key, prefix } = newApiKey();
    const id = newId();
    await this.query(
      `INSERT INTO api_key (workspace_id, id, name, prefix, role, scopes, created_by, created_at, expires_at, revoked_at)
       VALUES ($1, $2, 'A key', $3, $4, $5, $6, $7, $8, $9)`,
      [
        this.desk.workspaceId,
        id,
        prefix,
        role,
        scopes,
        this.people.admin,
        new Date(),
        expiresAt ?? null,
        revokedAt ?? null,
      ],
    );
    await this.query(
      `INSERT INTO credential (hash, kind, workspace_id, subject_id) VALUES ($1, 'api_key', $2, $3)`,
      [digest(key), this.desk.workspaceId, id],
    );
    return key;
  }

  async scriptOf(traits: KeyTraits = {}): Promise<Record<string, string>> {
    return { authorization: `Bearer ${await this.key(traits)}` };
  }
}

const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

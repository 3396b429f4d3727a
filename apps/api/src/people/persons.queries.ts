import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

export interface PersonRow {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  disabledAt: Date | null;
}

const personRow = `
  SELECT id, email, name, password_hash AS "passwordHash", disabled_at AS "disabledAt" FROM person`;

/** People are global: one person may belong to several workspaces. */
@Injectable()
export class PersonsQueries {
  constructor(private readonly database: Database) {}

  async any(): Promise<boolean> {
    return (await this.database.first('SELECT FROM person LIMIT 1')) !== null;
  }

  async byEmail(email: string): Promise<PersonRow | null> {
    return this.database.first<PersonRow>(`${personRow} WHERE lower(email) = lower($1)`, [email]);
  }

  async byId(id: string): Promise<PersonRow | null> {
    return this.database.first<PersonRow>(`${personRow} WHERE id = $1`, [id]);
  }

  async insert(person: Omit<PersonRow, 'disabledAt'>, at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO person (id, email, name, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)`,
      [person.id, person.email, person.name, person.passwordHash, at],
    );
  }

  async setPassword(id: string, passwordHash: string): Promise<void> {
    await this.database.query('UPDATE person SET password_hash = $2 WHERE id = $1', [id, passwordHash]);
  }

  async setName(id: string, name: string): Promise<void> {
    await this.database.query('UPDATE person SET name = $2 WHERE id = $1', [id, name]);
  }

  /** The workspaces in whose record an act of this person belongs. */
  async workspaceIds(id: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT workspace_id AS id FROM member WHERE person_id = $1 AND removed_at IS NULL ORDER BY workspace_id',
      [id],
    );
    return rows.map((row) => row.id);
  }
}

import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of its own for one test file: a copy of the migrated template. */
export const createTestDatabase = (): Promise<TestDatabase> => create('plumbline_template');

/** A database without a table in it, for tests of the migrations and of restoring. */
export const createEmptyDatabase = (): Promise<TestDatabase> => create('template1');

async function create(template: string): Promise<TestDatabase> {
  const server = process.env.PLUMBLINE_TEST_SERVER;
  if (!server)
    throw new Error('The test server is not running: start Jest through npm test or with its configuration.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  return {
    url: `${server}/${name}`,
    drop: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

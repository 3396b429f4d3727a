import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own for one test file: a copy of the migrated template. */
export async function createTestDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env.PLUMBLINE_TEST_SERVER;
  if (!server)
    throw new Error('The test server is not running: start Jest through npm test or with its configuration.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE plumbline_template`);
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

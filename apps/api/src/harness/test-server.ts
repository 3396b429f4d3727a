import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../platform/database/migrations.js';
import { openEmbeddedPostgres } from './embedded-postgres.js';
import { repositoryRoot } from './repository-root.js';

/** One PostgreSQL for a whole test run, with a migrated template database that every test file copies. */
export async function startTestServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  chmodSync(dataFolder, 0o755);
  const server = await openEmbeddedPostgres({
    dataFolder,
    log: () => undefined,
    settings: ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'],
  });
  await migrate(server.url, join(repositoryRoot, 'migrations'));
  const client = new pg.Client({ connectionString: server.url.replace(/\/plumbline$/, '/postgres') });
  await client.connect();
  await client.query('ALTER DATABASE plumbline RENAME TO plumbline_template');
  await client.end();
  return {
    url: server.url.replace(/\/plumbline$/, ''),
    async stop() {
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

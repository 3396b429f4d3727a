import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../platform/database/migrations.js';
import { prepareJobs } from '../platform/jobs/job-pool.js';
import { createLogger } from '../platform/log.js';
import { databaseBeside } from './cluster-connection.js';
import { openEmbeddedPostgres } from './embedded-postgres.js';
import { repositoryRoot } from './repository-root.js';

const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'];

/**
 * One PostgreSQL for a whole test run, with a migrated template database that every test file copies.
 * @returns its address without a database, for createTestDatabase
 */
export async function startTestServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  const server = await openEmbeddedPostgres({ dataFolder, log: () => undefined, settings });
  sweepUpAfterUs(dataFolder);
  await migrate(server.url, join(repositoryRoot, 'migrations'));
  await prepareJobs(server.url, createLogger('silent'));
  const client = new pg.Client({ connectionString: databaseBeside(server.url, 'postgres') });
  await client.connect();
  await client.query('ALTER DATABASE plumbline RENAME TO plumbline_template');
  await client.end();
  return {
    url: databaseBeside(server.url, '').replace(/\/$/, ''),
    async stop() {
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A run that is interrupted or killed never reaches its teardown: a shell waits for our end and cleans up. */
function sweepUpAfterUs(dataFolder: string): void {
  if (process.platform === 'win32') return;
  const sweep =
    'while read -r _; do :; done; if [ -f "$1/postgres/cluster/postmaster.pid" ]; then ' +
    'kill -QUIT "$(head -n 1 "$1/postgres/cluster/postmaster.pid")"; sleep 1; fi; rm -rf "$1"';
  const sweeper = spawn('sh', ['-c', sweep, 'sh', dataFolder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  sweeper.unref();
  (sweeper.stdin as unknown as { unref(): void }).unref();
}

import pg from 'pg';
import { Logger as QueueLogger, runMigrations } from 'graphile-worker';
import type { Logger } from '../log.js';

/** Where the queue library keeps its tables. They are its own: no migration of ours touches them. */
export const jobSchema = 'graphile_worker';

/** Connections for the queue alone: it listens on one, and holds none while a job works. */
export function openJobPool(databaseUrl: string, log: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'plumbline jobs',
    max: 6,
    connectionTimeoutMillis: 10_000,
    options: '-c timezone=UTC',
  });
  const note = (error: Error): void =>
    log.warn({ error: error.message }, 'A connection of the jobs was lost');
  pool.on('error', note);
  pool.on('connect', (client) => client.on('error', note));
  return pool;
}

/** The queue's words in our log; that all went well is worth a debug line only. */
export function queueLogger(log: Logger): QueueLogger {
  return new QueueLogger((scope) => (level, message) => {
    const line = { job: scope.taskIdentifier, queue: true };
    if (level === 'error') log.error(line, message);
    else if (level === 'warning') log.warn(line, message);
    else log.debug(line, message);
  });
}

/** Makes or renews the queue's tables in a database that has been migrated. */
export async function prepareJobs(databaseUrl: string, log: Logger): Promise<void> {
  const pgPool = openJobPool(databaseUrl, log);
  try {
    await runMigrations({ pgPool, schema: jobSchema, logger: queueLogger(log) });
  } finally {
    await pgPool.end();
  }
}

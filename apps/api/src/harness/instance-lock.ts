import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** Held by the one Plumbline that serves an embedded database. */
const instanceLock = 7_117_586_255;
const patience = 3000;

export interface InstanceLock {
  release(): Promise<void>;
}

/**
 * Makes sure that one Plumbline alone uses an embedded database: the first to leave would stop it under the others.
 * The lock is a session of PostgreSQL, so it falls with the process that holds it, however that ends,
 * and it is taken again when the server had to be restarted.
 * @param address where this Plumbline answers, told to those who are refused
 * @returns null when another one holds it, still after three seconds
 */
export async function holdInstance(databaseUrl: string, address: string): Promise<InstanceLock | null> {
  const end = performance.now() + patience;
  let released = false;
  let client: pg.Client | null = null;

  async function take(): Promise<boolean> {
    const session = new pg.Client({
      connectionString: databaseUrl,
      application_name: `plumbline ${address}`.slice(0, 63),
      keepAlive: true,
    });
    session.on('error', () => undefined);
    await session.connect();
    const { rows } = await session.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
      instanceLock,
    ]);
    if (!rows[0]!.taken) {
      await session.end();
      return false;
    }
    client = session;
    session.once('end', () => void takeAgain());
    return true;
  }

  async function takeAgain(): Promise<void> {
    while (!released && !(await take().catch(() => false))) await delay(250, null, { ref: false });
  }

  while (!(await take())) {
    if (performance.now() > end) return null;
    await delay(100);
  }
  return {
    async release() {
      released = true;
      await client?.end().catch(() => undefined);
    },
  };
}

/** @returns where the Plumbline that holds the database answers; null when it cannot be told */
export async function instanceAddress(databaseUrl: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT s.application_name AS name FROM pg_locks l JOIN pg_stat_activity s USING (pid)
        WHERE l.locktype = 'advisory' AND l.granted AND (l.classid::bigint << 32 | l.objid::bigint) = $1
          AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [instanceLock],
    );
    return rows[0]?.name.replace(/^plumbline /, '') ?? null;
  } finally {
    await client.end();
  }
}

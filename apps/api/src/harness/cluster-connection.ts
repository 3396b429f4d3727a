import { existsSync, realpathSync } from 'node:fs';
import pg from 'pg';

/** @returns the address of a database on the embedded server */
export function connectionString(port: number, password: string, database = 'plumbline'): string {
  return `postgres://plumbline:${password}@127.0.0.1:${port}/${database}`;
}

/** @returns the address of another database on the same server */
export function databaseBeside(url: string, database: string): string {
  const beside = new URL(url);
  beside.pathname = `/${database}`;
  return beside.href;
}

/**
 * Asks the server whether it is ready and really the one of this folder; makes our database on the first time.
 * @throws Error with a sentence when a server answers that is not ours
 */
export async function serves(url: string, cluster: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: databaseBeside(url, 'postgres'),
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string; found: boolean }>(
      `SELECT current_setting('data_directory') AS folder,
              EXISTS (SELECT 1 FROM pg_database WHERE datname = 'plumbline') AS found`,
    );
    const { folder, found } = rows[0]!;
    if (!existsSync(folder) || realpathSync(folder) !== realpathSync(cluster)) return false;
    if (!found) await client.query('CREATE DATABASE plumbline');
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '28P01')
      throw new Error(
        `The running PostgreSQL of ${cluster} does not know the password kept beside it. ` +
          'Put the right "password" file back, or stop that server.',
      );
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './data-folder.js';
import { openEmbeddedPostgres } from './embedded-postgres.js';
import { holdInstance } from './instance-lock.js';

export interface AdminDatabase {
  url: string;
  /** Leaves the server as it was found: running for a Plumbline that uses it, stopped otherwise. */
  close(): Promise<void>;
}

interface Choice {
  /** Whether a new installation may be made where there is none. */
  mayMake: boolean;
}

/**
 * Finds the database of this installation: `DATABASE_URL`, else the embedded server, which is joined when it
 * runs and started when it does not.
 * @throws Error with a sentence when there is no installation yet
 */
export async function openAdminDatabase(
  environment: NodeJS.ProcessEnv,
  { mayMake }: Choice,
): Promise<AdminDatabase> {
  if (environment.DATABASE_URL) return { url: environment.DATABASE_URL, close: async () => undefined };
  const folder = dataFolder(environment);
  if (!mayMake && !existsSync(join(folder, 'postgres', 'cluster', 'PG_VERSION')))
    throw new Error(
      `There is no Plumbline in ${folder}. Set PLUMBLINE_DATA to its folder, or DATABASE_URL to its database.`,
    );
  const server = await openEmbeddedPostgres({
    dataFolder: folder,
    log: () => undefined,
  });
  return {
    url: server.url,
    async close() {
      if (server.adopted) return;
      // A Plumbline that was started meanwhile has taken the server over, and goes on with it.
      const lock = await holdInstance(server.url, 'admin command');
      if (!lock) return;
      await lock.release();
      await server.stop();
    },
  };
}

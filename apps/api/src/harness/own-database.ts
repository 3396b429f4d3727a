import { dataFolder } from './data-folder.js';
import { openEmbeddedPostgres } from './embedded-postgres.js';
import { holdInstance, instanceAddress } from './instance-lock.js';

export interface OwnDatabase {
  url: string;
  /** Gives the folder free for others, then stops the server. */
  stop(): Promise<void>;
}

/**
 * Opens this installation's embedded database for one Plumbline alone.
 * @param address where this Plumbline answers, told to a second one that is refused
 * @throws Error with a sentence when another Plumbline uses the folder
 */
export async function openOwnDatabase(
  environment: NodeJS.ProcessEnv,
  address: string,
  log: (sentence: string) => void,
): Promise<OwnDatabase> {
  const folder = dataFolder(environment);
  const embedded = await openEmbeddedPostgres({ dataFolder: folder, log });
  const lock = await holdInstance(embedded.url, address);
  if (!lock) {
    const other = await instanceAddress(embedded.url);
    throw new Error(
      `another Plumbline already runs on ${folder}${other ? ` and answers at ${other}` : ''}. ` +
        'Stop it first, or give this one a folder of its own with PLUMBLINE_DATA.',
    );
  }
  return {
    url: embedded.url,
    async stop() {
      await lock.release();
      await embedded.stop();
    },
  };
}

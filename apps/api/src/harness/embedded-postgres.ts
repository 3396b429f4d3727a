import { readFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { connectionString, serves } from './cluster-connection.js';
import { keepPassword, makeCluster } from './cluster.js';
import { keepPort } from './free-port.js';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { clearStalePidFile, hasEnded, livingServer, spawnPostgres } from './postgres-process.js';
import { serverAccount, type Account } from './server-account.js';

export interface EmbeddedPostgres {
  /** Connection string of the database `plumbline`; stays the same when the server has to be started again. */
  url: string;
  /** Whether a server that was still running was taken over. */
  adopted: boolean;
  /** Stops the server: ends its sessions, writes a checkpoint. Resolves when it is gone. */
  stop(): Promise<void>;
}

interface Options {
  /** The installation's data folder; the server lives in `<dataFolder>/postgres`. */
  dataFolder: string;
  log: (sentence: string) => void;
  /** Extra server settings, for tests: `['fsync=off']`. */
  settings?: string[];
}

interface Place {
  binaries: PostgresBinaries;
  account: Account | null;
  folder: string;
  cluster: string;
  password: string;
  settings: string[];
}

interface Running {
  pid: number;
  port: number;
  adopted: boolean;
}

const startAttempts = 12;
const patience = 60_000;
const watchEvery = 500;

/**
 * Opens the installation's own PostgreSQL: makes it on the first start, adopts it when it still runs
 * (the API was killed), starts it otherwise, and again whenever it dies. Two servers on one folder are impossible:
 * PostgreSQL's own pid file guards it, and that of a living server is never deleted.
 * @throws Error with a sentence when the folder cannot be used or the server does not come up
 */
export async function openEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const place = await prepare(options);
  const running = await bringUp(place);
  if (running.adopted) options.log('The database was still running; taking it over.');
  return watch(place, running, options.log);
}

async function prepare(options: Options): Promise<Place> {
  const folder = resolve(options.dataFolder, 'postgres');
  const cluster = join(folder, 'cluster');
  const account = serverAccount(folder);
  const binaries = findPostgresBinaries(account);
  const password = keepPassword(folder, account);
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    options.log('Making the database (PostgreSQL 18).');
    await makeCluster(binaries, folder, cluster, account);
  }
  return { binaries, account, folder, cluster, password, settings: options.settings ?? [] };
}

/** Finds or starts the server. A start may fail for a moment, while the processes of a killed one go away. */
async function bringUp(place: Place, samePort?: number): Promise<Running> {
  const { cluster, binaries, account, settings } = place;
  const end = performance.now() + patience;
  let child: ReturnType<typeof spawnPostgres> | null = null;
  for (let attempts = 0; performance.now() < end; await delay(40)) {
    const living = livingServer(cluster);
    if (living) {
      const { pid, port } = living;
      if (await serves(connectionString(port, place.password), cluster))
        return { pid, port, adopted: pid !== child?.pid };
    } else if (!child || child.exitCode !== null || child.signalCode !== null) {
      if (attempts > 0) await delay(300);
      if ((attempts += 1) > startAttempts) break;
      clearStalePidFile(cluster);
      const port = samePort ?? (await keepPort(join(place.folder, 'port')));
      child = spawnPostgres(binaries, cluster, port, account, settings);
      child.once('error', () => undefined);
    }
  }
  throw new Error(`PostgreSQL did not come up. Its last words: ${lastWords(place.folder)}`);
}

function lastWords(folder: string): string {
  const file = join(folder, 'server.log');
  if (!existsSync(file)) return '(none)';
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1) ?? '(none)';
}

function watch(place: Place, first: Running, log: (sentence: string) => void): EmbeddedPostgres {
  let running = first;
  let restart: Promise<void> | null = null;
  const timer = setInterval(() => {
    if (restart || !hasEnded(running.pid, place.cluster)) return;
    log('PostgreSQL ended; starting it again.');
    restart = bringUp(place, running.port)
      .then((again) => {
        running = again;
        log('PostgreSQL is back.');
      })
      .catch((error: unknown) => log(String(error)))
      .finally(() => (restart = null));
  }, watchEvery).unref();
  return {
    url: connectionString(first.port, place.password),
    adopted: first.adopted,
    async stop() {
      clearInterval(timer);
      await restart;
      await stopServer(running.pid, place.cluster, log);
    },
  };
}

async function stopServer(pid: number, cluster: string, log: (sentence: string) => void): Promise<void> {
  // SIGINT is PostgreSQL's fast shutdown: end the sessions, write a checkpoint, go.
  if (!hasEnded(pid, cluster)) process.kill(pid, 'SIGINT');
  const end = performance.now() + patience;
  while (!hasEnded(pid, cluster) && performance.now() < end) await delay(20);
  if (!hasEnded(pid, cluster)) log(`PostgreSQL (process ${pid}) is still stopping.`);
}

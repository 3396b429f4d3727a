import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { serverAccount, type Account } from './server-account.js';

export interface EmbeddedPostgres {
  /** Connection string of the database `plumbline`. */
  url: string;
  /** Whether a server that was still running was taken over. */
  adopted: boolean;
  /** Stops the server after its clients are gone. */
  stop(): Promise<void>;
}

interface Options {
  /** The installation's data folder; the server lives in `<dataFolder>/postgres`. */
  dataFolder: string;
  log: (sentence: string) => void;
  /** Extra server settings, for tests: `['fsync=off']`. */
  settings?: string[];
}

/**
 * Opens the installation's own PostgreSQL: makes it on the first start, adopts it when it still runs
 * (the API was killed), starts it otherwise. Two servers on one folder are impossible: PostgreSQL's own pid file
 * guards it, and we never delete that file.
 */
export async function openEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const binaries = findPostgresBinaries();
  const folder = resolve(options.dataFolder, 'postgres');
  const cluster = join(folder, 'cluster');
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const account = serverAccount(folder);
  const password = keepPassword(folder, account);
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    options.log('Making the database (PostgreSQL 18).');
    await initialise(binaries, folder, cluster, account);
  }
  const living = livingServer(cluster);
  if (living) {
    const url = urlOf(living.port, password);
    if (await answers(url)) {
      options.log('The database was still running; taking it over.');
      return handle(url, living.pid, true);
    }
    if (isAlive(living.pid)) {
      const url = await waitUntilReady(living.port, password, null);
      return handle(url, living.pid, true);
    }
  }
  const port = await keepPort(folder);
  const child = startServer(binaries, cluster, folder, port, account, options.settings ?? []);
  const url = await waitUntilReady(port, password, child);
  return handle(url, child.pid!, false);
}

function urlOf(port: number, password: string, database = 'plumbline'): string {
  return `postgres://plumbline:${password}@127.0.0.1:${port}/${database}`;
}

function keepPassword(folder: string, account: Account | null): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
    if (account) chownSync(file, account.uid, account.gid);
  }
  return readFileSync(file, 'utf8').trim();
}

async function keepPort(folder: string): Promise<number> {
  const file = join(folder, 'port');
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = kept && (await isFree(kept)) ? kept : await freePort();
  writeFileSync(file, String(port));
  return port;
}

function freePort(wanted = 0): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolvePort(port));
    });
  });
}

const isFree = (port: number): Promise<boolean> =>
  freePort(port).then(
    () => true,
    () => false,
  );

function initialise(
  binaries: PostgresBinaries,
  folder: string,
  cluster: string,
  account: Account | null,
): Promise<void> {
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  chmodSync(cluster, 0o700);
  if (account) chownSync(cluster, account.uid, account.gid);
  const child = spawn(
    binaries.initdb,
    [
      '-D',
      cluster,
      '-U',
      'plumbline',
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      `--pwfile=${join(folder, 'password')}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], ...account, cwd: folder },
  );
  return new Promise((resolveDone, reject) => {
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) return resolveDone();
      rmSync(cluster, { recursive: true, force: true });
      reject(
        new Error(
          `PostgreSQL could not make its data folder ${cluster}: ${words.trim() || `initdb ended with ${code}`}`,
        ),
      );
    });
  });
}

/** Own process group: Ctrl-C in the terminal reaches us, and we stop the server after draining. */
function startServer(
  binaries: PostgresBinaries,
  cluster: string,
  folder: string,
  port: number,
  account: Account | null,
  settings: string[],
): ChildProcess {
  const output = openSync(join(folder, 'server.log'), 'a');
  const chosen = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    ...settings,
  ];
  const child = spawn(binaries.postgres, ['-D', cluster, ...chosen.flatMap((setting) => ['-c', setting])], {
    detached: true,
    stdio: ['ignore', output, output],
    cwd: folder,
    ...account,
  });
  closeSync(output);
  child.unref();
  return child;
}

function livingServer(cluster: string): { pid: number; port: number } | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, folder, , port] = lines;
  if (!pid || !port || resolve(folder ?? '') !== resolve(cluster)) return null;
  return { pid: Number(pid), port: Number(port) };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url.replace(/\/plumbline$/, '/postgres'),
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = 'plumbline') AS found`,
    );
    if (!rows[0]?.found) await client.query('CREATE DATABASE plumbline');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function waitUntilReady(port: number, password: string, child: ChildProcess | null): Promise<string> {
  const url = urlOf(port, password);
  let ended: number | null = null;
  child?.once('exit', (code) => (ended = code ?? 1));
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (await answers(url)) return url;
    if (ended !== null)
      throw new Error(
        `PostgreSQL ended at once (${String(ended)}). Its words are in server.log beside its data.`,
      );
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(
    'PostgreSQL did not answer within 30 seconds. Its words are in server.log beside its data.',
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function handle(url: string, pid: number, adopted: boolean): EmbeddedPostgres {
  return {
    url,
    adopted,
    async stop() {
      // SIGINT is PostgreSQL's fast shutdown: end the sessions, write a checkpoint, go.
      if (isAlive(pid)) process.kill(pid, 'SIGINT');
      for (let attempt = 0; attempt < 600 && isAlive(pid); attempt += 1) {
        await new Promise((next) => setTimeout(next, 50));
      }
    },
  };
}

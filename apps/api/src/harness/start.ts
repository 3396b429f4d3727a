import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { startApi } from '../main.js';
import { checkServer } from '../platform/database/durability.js';
import { migrate } from '../platform/database/migrations.js';
import { prepareJobs } from '../platform/jobs/job-pool.js';
import { createLogger } from '../platform/log.js';
import { configFrom } from './environment.js';
import { openOwnDatabase } from './own-database.js';
import { repositoryRoot } from './repository-root.js';

// Left alone, the heap grows to three times what is in use before it is cleaned: in a flood of values the process came
// to 2.9 times its idle memory, and so to 1.4 times. The flag is read at each cleaning.
setFlagsFromString('--heap-growing-percent=30');

/** How long requests under way may take before the database is stopped all the same, in milliseconds. */
const drainPatience = 10_000;

type Undo = () => Promise<unknown>;
const say = (sentence: string): void => console.log(sentence);

/** What has been started so far, last first: stopping undoes it in that order, also half way through a start. */
const started: Undo[] = [];
let stopping: Promise<void> | null = null;

/** Starts Plumbline for real: database, migrations, API and web on one port. */
async function start(environment: NodeJS.ProcessEnv): Promise<void> {
  const web = join(repositoryRoot, 'apps', 'web', 'dist');
  const webFolder = existsSync(join(web, 'index.html')) ? web : null;
  const config = configFrom(environment, '', webFolder);
  config.databaseUrl = environment.DATABASE_URL || (await ownDatabase(config.publicUrl));
  await checkServer(config.databaseUrl, { allowUnsafe: environment.PLUMBLINE_UNSAFE_TEST === '1' });
  const ran = await migrate(config.databaseUrl, join(repositoryRoot, 'migrations'));
  if (ran.length > 0) say(`Database brought up to date (migrations: ${ran.length}).`);
  const log = createLogger(environment.LOG_LEVEL ?? 'info');
  await prepareJobs(config.databaseUrl, log);
  if (stopping) return;
  const app = await startApi(config, log).catch(explainPort);
  started.unshift(() => drain(app));
  say(`\nPlumbline is ready: ${config.publicUrl}\n`);
}

async function ownDatabase(publicUrl: string): Promise<string> {
  const database = await openOwnDatabase(process.env, publicUrl, say);
  started.unshift(() => database.stop());
  return database.url;
}

function explainPort(error: unknown): never {
  const { code, port, address } = error as { code?: string; port?: number; address?: string };
  if (code === 'EADDRINUSE')
    throw new Error(`port ${port} is taken by another program. Choose another: PORT=3001 npm start`);
  if (code === 'EACCES')
    throw new Error(`this user may not listen on port ${port}. Choose another: PORT=3000`);
  if (code === 'EADDRNOTAVAIL') throw new Error(`this machine has no address ${address}; change HOST.`);
  throw error;
}

/** Answers what is under way, takes nothing new. A browser keeps its connection open afterwards: those are closed. */
async function drain(app: Awaited<ReturnType<typeof startApi>>): Promise<void> {
  const server = app.getHttpServer() as Server;
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([app.close(), delay(drainPatience)]);
  clearInterval(sweep);
}

/** Lets a start that is under way come to its next step, drains the API, then stops the database. */
async function stop(): Promise<void> {
  await starting;
  for (const undo of started) await undo().catch((error: unknown) => console.error(error));
}

function stopAndExit(code: number): void {
  stopping ??= stop().then(() => process.exit(code));
}

process.on('SIGTERM', () => stopAndExit(0));
process.on('SIGINT', () => stopAndExit(0));
const starting: Promise<void> = start(process.env).catch((error: unknown) => {
  console.error(`\nPlumbline could not start: ${error instanceof Error ? error.message : String(error)}`);
  stopAndExit(1);
});

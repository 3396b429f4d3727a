import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startApi } from '../main.js';
import { createLogger } from '../platform/log.js';
import { checkServer } from '../platform/database/durability.js';
import { migrate } from '../platform/database/migrations.js';
import { configFrom } from './environment.js';
import { openEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { repositoryRoot } from './repository-root.js';

/** Starts Plumbline for real: database, migrations, API and web on one port; stops in the opposite order. */
async function start(): Promise<void> {
  const say = (sentence: string) => console.log(sentence);
  const environment = process.env;
  const dataFolder = resolve(environment.PLUMBLINE_DATA ?? join(repositoryRoot, '.plumbline'));
  const embedded = environment.DATABASE_URL ? null : await openEmbeddedPostgres({ dataFolder, log: say });
  const databaseUrl = environment.DATABASE_URL ?? embedded!.url;
  await checkServer(databaseUrl, { allowUnsafe: environment.PLUMBLINE_UNSAFE_TEST === '1' });
  const ran = await migrate(databaseUrl, join(repositoryRoot, 'migrations'));
  if (ran.length > 0) say(`Database brought up to date (${ran.length} migrations).`);
  const web = join(repositoryRoot, 'apps', 'web', 'dist');
  const config = configFrom(environment, databaseUrl, existsSync(join(web, 'index.html')) ? web : null);
  const app = await startApi(config, createLogger(environment.LOG_LEVEL ?? 'info'));
  say(`\nPlumbline is ready: ${config.publicUrl}\n`);
  stopOnSignal(() => app.close(), embedded);
}

function stopOnSignal(drain: () => Promise<void>, embedded: EmbeddedPostgres | null): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await drain().catch((error: unknown) => console.error(error));
    await embedded?.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

start().catch((error: unknown) => {
  console.error(`\nPlumbline could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});

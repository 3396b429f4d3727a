// npm run dev: both sides with hot reload. Vite serves the pages on PORT (3000) and hands /api on to the API beside it,
// which is built and started again whenever something under apps/api, packages/shared or migrations changes.
// The database stays up meanwhile. Ctrl-C ends everything, the database last.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, root, turbo } from './bootstrap.mjs';

const port = Number(process.env.PORT ?? 3000);
const apiPort = Number(process.env.API_PORT ?? port + 1);
const harness = join(root, 'apps', 'api', 'dist', 'harness');
const watched = ['apps/api/src', 'packages/shared/src', 'migrations'];
/** Editors write a file in several steps; what comes within this time is one change, in milliseconds. */
const pause = 120;

const say = (sentence) => console.log(`[dev] ${sentence}`);
const children = new Map();
let stopping = false;

function start(name, program, args, cwd, environment) {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  });
  children.set(name, child);
  child.on('exit', (code, signal) => {
    if (children.get(name) !== child) return;
    children.delete(name);
    if (!stopping) say(`${name} ended (${signal ?? code}); it starts again after the next change.`);
  });
}

async function end(name) {
  const child = children.get(name);
  if (!child) return;
  children.delete(name);
  child.kill('SIGTERM');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Runs one after the other; changes that come meanwhile lead to one more round. */
function reloader(databaseUrl) {
  const environment = {
    DATABASE_URL: databaseUrl,
    PORT: String(apiPort),
    PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}`,
  };
  let running = null;
  let again = false;
  async function round() {
    const build = await turbo('build', '--filter=@plumbline/api').then(
      () => true,
      () => false,
    );
    if (!build || stopping) return;
    await end('API');
    if (!stopping) start('API', join(harness, 'start.js'), [], root, environment);
  }
  return function reload() {
    again = true;
    running ??= (async () => {
      while (again && !stopping) {
        again = false;
        await round();
      }
      running = null;
    })();
  };
}

function onChange(reload) {
  let timer;
  for (const folder of watched) {
    watch(join(root, folder), { recursive: true }, (_, file) => {
      if (stopping || !file || /\.spec\.ts$|~$|\.sw.$/.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        say(`${folder}/${file} changed.`);
        reload();
      }, pause);
    });
  }
}

await bootstrap();
const { openOwnDatabase } = await import(pathToFileURL(join(harness, 'own-database.js')).href);
const own = process.env.DATABASE_URL
  ? null
  : await openOwnDatabase(process.env, `http://localhost:${port}`, say).catch((error) => {
      console.error(`\nPlumbline could not start: ${error.message}`);
      process.exit(1);
    });

async function stop() {
  if (stopping) return;
  stopping = true;
  await Promise.all([end('API'), end('Vite')]);
  await own?.stop();
  say('Everything has ended.');
  process.exit(0);
}
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());

const reload = reloader(process.env.DATABASE_URL ?? own.url);
reload();
start(
  'Vite',
  join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
  ['--host', 'localhost', '--port', String(port), '--strictPort', '--clearScreen', 'false'],
  join(root, 'apps', 'web'),
  { PLUMBLINE_API: `http://127.0.0.1:${apiPort}` },
);
onChange(reload);

// Brings a fresh clone to the point where it can run: installs what the lock file says, builds what changed.
// Node built-ins only, since nothing is installed yet when it begins.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const installMark = join(root, 'node_modules', '.plumbline-install');
const buildMark = join(root, 'node_modules', '.plumbline-build');
const sharedMark = join(root, 'node_modules', '.plumbline-build-shared');
const built = ['packages/shared/dist', 'apps/api/dist', 'apps/web/dist'];
const notBuilt = new Set(['node_modules', 'dist', '.turbo', 'e2e']);

/** Runs a command with its output shown; rejects when it fails. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}`));
    });
  });
}

/** Runs a task of every workspace, or of those a filter names; its words are shown when it fails. Nothing is reported to anybody. */
export function turbo(task, ...filters) {
  const program = join(root, 'node_modules', 'turbo', 'bin', 'turbo');
  const quiet = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [program, 'run', task, ...filters, '--continue', '--output-logs=errors-only'],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...quiet, FORCE_COLOR: '0' },
      },
    );
    let words = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) return resolve();
      console.error(words);
      reject(new Error(`turbo run ${task} failed`));
    });
  });
}

/**
 * The npm that runs us, else the one on the PATH; yarn and pnpm would read another lock file.
 * Its words go to standard error: `npm run detector` answers on standard output alone.
 */
function npm(args) {
  const stdio = ['inherit', 2, 2];
  const path = process.env.npm_execpath;
  if (path && /npm-cli\.[cm]?js$/.test(path)) return run(process.execPath, [path, ...args], { stdio });
  return run('npm', args, { stdio, shell: process.platform === 'win32' });
}

/** Shows that something goes on, where no terminal shows npm's own spinner. */
async function withPatience(sentence, work) {
  console.log(sentence);
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 1000);
  const timer = setInterval(() => console.log(`  still at it (${seconds()} s)`), 10_000);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  console.log(`  done in ${seconds()} s`);
}

function filesBelow(folder, found = []) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (notBuilt.has(entry.name) || entry.name.endsWith('.spec.ts')) continue;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) filesBelow(path, found);
    else found.push(path);
  }
  return found;
}

/** By content: a checkout or a copied image changes the times of files that are the same. */
function hashOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.sort()) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

const marked = (file, mark) => existsSync(file) && readFileSync(file, 'utf8') === mark;

async function install() {
  const mark = hashOf(['package-lock.json', 'package.json']);
  if (marked(installMark, mark)) return;
  await withPatience(
    'Installing packages (first start, or the lock file changed). This takes about a minute.',
    () => npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  );
  writeFileSync(installMark, mark);
}

/** All of it, or what the filters name, which is the shared package so far; each has its own mark. */
async function build(filters) {
  const settings = ['tsconfig.base.json', 'turbo.json', '.swcrc', 'package-lock.json'];
  const shared = hashOf([...filesBelow('packages'), ...settings]);
  if (filters.length > 0) {
    if (marked(sharedMark, shared) && existsSync(join(root, built[0]))) return;
    await turbo('build', ...filters);
    writeFileSync(sharedMark, shared);
    return;
  }
  const mark = hashOf([...filesBelow('apps'), ...filesBelow('packages'), ...settings]);
  if (marked(buildMark, mark) && built.every((folder) => existsSync(join(root, folder)))) return;
  await withPatience('Building the API and the web pages.', () => turbo('build'));
  writeFileSync(buildMark, mark);
  writeFileSync(sharedMark, shared);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const fits =
    (major === 20 && minor >= 19) ||
    (major === 22 && minor >= 13) ||
    (major === 24 && minor >= 11) ||
    major > 24;
  if (!fits) throw new Error(`it needs Node.js 20.19+, 22.13+ or 24.11+, and this is ${process.version}.`);
}

/**
 * Installs and builds, each only when something changed since the last time.
 * With filters (`--filter=@plumbline/shared`) only what they name is built.
 * Ends the process with a sentence when that cannot be done.
 */
export async function bootstrap(...filters) {
  try {
    checkNode();
    await install();
    await build(filters);
  } catch (error) {
    console.error(`\nPlumbline could not be built: ${error.message}`);
    process.exit(1);
  }
}

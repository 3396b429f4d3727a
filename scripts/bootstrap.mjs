// Brings a fresh clone to the point where it can run: installs what the lock file says, builds what changed.
// Node built-ins only, since nothing is installed yet when it begins.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const installMark = join(root, 'node_modules', '.plumbline-install');
const buildMark = join(root, 'node_modules', '.plumbline-build');

const [major, minor] = process.versions.node.split('.').map(Number);
const nodeFits =
  (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major === 23 || major >= 24;

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

function npm(args, options) {
  const path = process.env.npm_execpath;
  return path ? run(process.execPath, [path, ...args], options) : run('npm', args, options);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function filesBelow(folder, found = []) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.turbo')) continue;
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) filesBelow(path, found);
    else found.push(path);
  }
  return found;
}

/** A fingerprint of every file that a build reads, by size and change time: milliseconds, not seconds. */
function sourceMark() {
  const files = ['apps', 'packages', 'bench'].flatMap((folder) => filesBelow(folder));
  const hash = createHash('sha256');
  for (const path of [...files, 'tsconfig.base.json', 'turbo.json', '.swcrc', 'package-lock.json'].sort()) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}:${size}:${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const marked = (file, mark) => existsSync(file) && readFileSync(file, 'utf8') === mark;

async function install() {
  const mark = hashOf(['package-lock.json', 'package.json']) + process.version;
  if (marked(installMark, mark)) return;
  console.log('Installing packages (first start, or the lock file changed). This takes about a minute.');
  await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(installMark, mark);
}

async function build() {
  const mark = sourceMark();
  if (marked(buildMark, mark)) return;
  console.log('Building the API and the web pages.');
  await run(
    process.execPath,
    [join(root, 'node_modules', 'turbo', 'bin', 'turbo'), 'run', 'build', '--output-logs=errors-only'],
    {
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', FORCE_COLOR: '0' },
    },
  );
  writeFileSync(buildMark, mark);
}

/** Installs and builds, each only when something changed since the last time. */
export async function bootstrap() {
  if (!nodeFits) {
    console.error(`Plumbline needs Node.js 20.19+, 22.13+ or 24.11+; this is ${process.version}.`);
    process.exit(1);
  }
  await install();
  await build();
}

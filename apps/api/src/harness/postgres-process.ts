import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fchownSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PostgresBinaries } from './postgres-binaries.js';
import type { Account } from './server-account.js';

const logLimit = 10 * 1024 * 1024;

/** Appears in the title of every process of this cluster's server, so that leftovers can be recognised. */
const titleOf = (cluster: string): string =>
  `plumbline-${createHash('sha256').update(realpathSync(cluster)).digest('hex').slice(0, 12)}`;

/** Own process group: Ctrl-C in the terminal reaches us, and we stop the server after draining. */
export function spawnPostgres(
  binaries: PostgresBinaries,
  cluster: string,
  port: number,
  account: Account | null,
  settings: string[],
): ChildProcess {
  const log = join(cluster, '..', 'server.log');
  if (existsSync(log) && statSync(log).size > logLimit) renameSync(log, `${log}.1`);
  const output = openSync(log, 'a', 0o600);
  if (account) fchownSync(output, account.uid, account.gid);
  const chosen = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    `cluster_name=${titleOf(cluster)}`,
    ...settings,
  ];
  const child = spawn(binaries.postgres, ['-D', cluster, ...chosen.flatMap((setting) => ['-c', setting])], {
    detached: true,
    stdio: ['ignore', output, output],
    cwd: join(cluster, '..'),
    ...account,
  });
  closeSync(output);
  child.unref();
  return child;
}

/** Reads postmaster.pid. @returns the server living on this folder, or null */
export function livingServer(cluster: string): { pid: number; port: number } | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, folder, , port] = readFileSync(file, 'utf8').split('\n');
  if (!pid || !port || !folder || !existsSync(folder)) return null;
  if (realpathSync(folder) !== realpathSync(cluster) || !isServer(Number(pid), cluster)) return null;
  return { pid: Number(pid), port: Number(port) };
}

/** Cheap enough to ask twice a second. @returns whether the server with that process number is gone */
export function hasEnded(pid: number, cluster: string): boolean {
  return !exists(pid) || (hasProc && !isServer(pid, cluster));
}

/** Whether that process is there and is a server of this cluster: numbers are used again after a reboot. */
function isServer(pid: number, cluster: string): boolean {
  return exists(pid) && commandOf(pid).includes(titleOf(cluster));
}

/**
 * Removes a pid file whose number now belongs to a stranger (or to a dead child nobody collected), at which
 * PostgreSQL itself would refuse to start. Never while any process of this cluster's server lives.
 */
export function clearStalePidFile(cluster: string): void {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  const title = titleOf(cluster);
  if (exists(pid) && !allCommands().some((command) => command.includes(title))) rmSync(file);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const hasProc = existsSync('/proc/self/cmdline');

/** A dead child that nobody has collected still has a number, but no command. */
function commandOf(pid: number): string {
  try {
    if (hasProc) return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function allCommands(): string[] {
  if (!hasProc) return execFileSync('ps', ['-axww', '-o', 'command='], { encoding: 'utf8' }).split('\n');
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map((entry) => commandOf(Number(entry)));
}

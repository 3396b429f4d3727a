import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PostgresBinaries } from './postgres-binaries.js';
import type { Account } from './server-account.js';

/**
 * The server's superuser password, made on the first start, readable by its owner alone.
 * Two first starts at once agree on one: the file appears whole or not at all.
 */
export function keepPassword(folder: string, account: Account | null): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(24).toString('hex'), { mode: 0o600 });
    if (account) chownSync(draft, account.uid, account.gid);
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      rmSync(draft);
    }
  }
  return readFileSync(file, 'utf8').trim();
}

/** Makes an empty cluster beside its place and moves it there whole: a start cut short leaves no half of one. */
export async function makeCluster(
  binaries: PostgresBinaries,
  folder: string,
  cluster: string,
  account: Account | null,
): Promise<void> {
  const draft = `${cluster}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (account) chownSync(draft, account.uid, account.gid);
  try {
    await initdb(binaries, folder, draft, account);
    renameSync(draft, cluster);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw error;
  }
}

function initdb(
  binaries: PostgresBinaries,
  folder: string,
  cluster: string,
  account: Account | null,
): Promise<void> {
  const choices = ['-U', 'plumbline', '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C.UTF-8'];
  const child = spawn(binaries.initdb, ['-D', cluster, ...choices, `--pwfile=${join(folder, 'password')}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...account,
    cwd: folder,
  });
  return new Promise((resolve, reject) => {
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `PostgreSQL could not make its data in ${folder}: ${words.trim() || `initdb ended with ${code}`}`,
          ),
        );
    });
  });
}

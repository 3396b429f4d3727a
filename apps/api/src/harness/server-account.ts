import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, chownSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The unprivileged user a PostgreSQL of ours runs as, since it refuses to run as root. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** @returns whether PostgreSQL has to run as somebody else than this process */
export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Makes the server's folder and decides who runs the server in it.
 * @returns the account, or null when we are not root and it runs as ourselves
 * @throws Error with a sentence when that account, or we, cannot use the folder
 */
export function serverAccount(folder: string): Account | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new Error(
      `The folder ${folder} cannot be written by this user. ` +
        'Give it to them (chown), choose another place with PLUMBLINE_DATA, or set DATABASE_URL.',
    );
  }
  if (!isRoot()) return null;
  const owner = statSync(folder);
  const account =
    owner.uid === 0 ? unprivileged() : { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  chownSync(folder, account.uid, account.gid);
  // A strict umask closed what we have just made; the password and the cluster have modes of their own.
  if (owner.uid === 0) for (const ours of [folder, dirname(folder)]) chmodSync(ours, 0o755);
  const closed = closedTo(account, folder);
  if (!closed) return account;
  throw new Error(
    `As root, PostgreSQL runs as the unprivileged "${account.name}", who cannot enter ${closed}. ` +
      `Run "chmod o+x ${closed}", choose another place with PLUMBLINE_DATA, or set DATABASE_URL.`,
  );
}

/** @returns the topmost folder on the way to `path` that the account cannot enter, or null */
export function closedTo(account: Account, path: string): string | null {
  const way: string[] = [];
  for (let step = resolve(path); way[0] !== step; step = dirname(step)) way.unshift(step);
  for (const folder of way) {
    const { mode, uid, gid } = statSync(folder);
    const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & needed) === 0) return folder;
  }
  return null;
}

/** @throws Error with a sentence when this machine has no unprivileged user */
export function unprivileged(): Account {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { name, uid: id('-u'), gid: id('-g') };
    } catch {
      continue;
    }
  }
  throw new Error(
    'As root, PostgreSQL needs an unprivileged user, and neither "postgres" nor "nobody" exists here.',
  );
}

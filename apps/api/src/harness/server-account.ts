import { execFileSync } from 'node:child_process';
import { accessSync, chownSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Account {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root; then it runs as an unprivileged account that owns the folder.
 * @returns the account, or null when we are not root and it runs as ourselves
 * @throws Error with a sentence when that account cannot reach the folder
 */
export function serverAccount(folder: string): Account | null {
  if (process.getuid?.() !== 0) {
    accessSync(folder, constants.W_OK);
    return null;
  }
  const owner = statSync(folder);
  const account = owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : unprivileged();
  chownSync(folder, account.uid, account.gid);
  for (let parent = dirname(folder); ; parent = dirname(parent)) {
    if ((statSync(parent).mode & 0o001) === 0 && statSync(parent).uid !== account.uid) {
      throw new Error(
        `As root, PostgreSQL runs as an unprivileged user, who cannot enter ${parent}. ` +
          `Run "chmod o+x ${parent}", choose another place with PLUMBLINE_DATA, or set DATABASE_URL.`,
      );
    }
    if (parent === dirname(parent)) return account;
  }
}

function unprivileged(): Account {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      continue;
    }
  }
  throw new Error(
    'As root, PostgreSQL needs an unprivileged user, and neither "postgres" nor "nobody" exists here.',
  );
}

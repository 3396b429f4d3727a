import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { closedTo, isRoot, unprivileged } from './server-account.js';
import { repositoryRoot } from './repository-root.js';

/** Where root keeps what an unprivileged PostgreSQL must reach when the checkout is in a private place. */
export const sharedPlace = '/var/lib/plumbline';

/**
 * Where this installation keeps its data: `PLUMBLINE_DATA`, else `.plumbline` in the checkout.
 * Root's own home is closed to the user PostgreSQL then runs as: a checkout in there keeps its data under /var/lib.
 */
export function dataFolder(environment: Record<string, string | undefined>): string {
  if (environment.PLUMBLINE_DATA) return resolve(environment.PLUMBLINE_DATA);
  const usual = join(repositoryRoot, '.plumbline');
  if (!isRoot() || !closedTo(unprivileged(), repositoryRoot)) return usual;
  const place = createHash('sha256').update(usual).digest('hex').slice(0, 8);
  return join(sharedPlace, `${basename(resolve(repositoryRoot))}-${place}`);
}

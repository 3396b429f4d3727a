import { Problem } from '../platform/problem/problem.js';

const mostTries = 50;

/**
 * A machine name made of a name that nothing bears yet: `Win rate` -> `win-rate`, `win-rate-2`.
 * @param fallback where nothing of the name can be used
 * @param most characters
 * @param find throws Problem 404 for a key that nothing bears
 */
export async function freeKey(
  name: string,
  fallback: string,
  most: number,
  find: (key: string) => Promise<unknown>,
): Promise<string> {
  const stem = stemOf(name, most - 4) || fallback;
  for (let count = 1; count <= mostTries; count += 1) {
    const key = count === 1 ? stem : `${stem}-${count}`;
    if (await isFree(key, find)) return key;
  }
  throw new Problem(
    'conflict/duplicate',
    `There are ${mostTries} things called "${name}" already. Choose another name.`,
  );
}

function stemOf(name: string, most: number): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replace(/^-+|-+$/g, '');
}

async function isFree(key: string, find: (key: string) => Promise<unknown>): Promise<boolean> {
  try {
    await find(key);
    return false;
  } catch (error) {
    if (error instanceof Problem && error.code === 'request/not-found') return true;
    throw error;
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../src/harness/repository-root.js';

const skipped = new Set(['node_modules', 'dist', '.turbo', '.plumbline', '.git', '__snapshots__']);

/** @returns the paths of every file of ours below a folder, from the repository's root */
export function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(repositoryRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path, ending);
    return ending.test(entry.name) ? [path] : [];
  });
}

export const readText = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');

import { join } from 'node:path';

/** The folder that holds package.json and migrations/, seen from apps/api/{src,dist}/harness. */
export const repositoryRoot = join(import.meta.dirname, '..', '..', '..', '..');

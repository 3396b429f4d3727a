// npm run test:chaos: kill -9, floods and bombs against the built program; prints what it measured.
import { join } from 'node:path';
import { bootstrap, root, run } from './bootstrap.mjs';

await bootstrap();
await run(process.execPath, [
  '--experimental-vm-modules',
  '--no-warnings',
  join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
  '--selectProjects',
  'chaos',
  '--runInBand',
]);

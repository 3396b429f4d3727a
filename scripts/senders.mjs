// npm run test:senders: the real monitoring tools against Plumbline. Installs Debian's where that is possible.
import { join } from 'node:path';
import { bootstrap, root, run } from './bootstrap.mjs';
import { installMissing } from './debian.mjs';

/** Program -> the Debian package that brings it. */
const tools = {
  'prometheus-alertmanager': 'prometheus-alertmanager',
  prometheus: 'prometheus',
};

const still = installMissing(tools);
if (still.length > 0 && process.env.CI) throw new Error(`These tools are missing: ${still.join(', ')}.`);
if (still.length > 0) {
  console.warn(`\n!! ${still.join(', ')} not found: THE STORIES OF REAL TOOLS ARE SKIPPED.\n`);
} else {
  await bootstrap();
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  await run(process.execPath, [
    '--experimental-vm-modules',
    '--no-warnings',
    jest,
    '--selectProjects',
    'senders',
    '--runInBand',
  ]);
}

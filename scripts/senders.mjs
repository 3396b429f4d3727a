// npm run test:senders: the real monitoring tools against Plumbline. Installs Debian's where that is possible.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bootstrap, root, run } from './bootstrap.mjs';

/** Program -> the Debian package that brings it. */
const tools = {
  'prometheus-alertmanager': 'prometheus-alertmanager',
  prometheus: 'prometheus',
};

const missing = () =>
  Object.keys(tools).filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0);

function install(packages) {
  console.log(`Installing ${packages.join(', ')}.`);
  const names = packages.join(' ');
  const options = 'DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends';
  spawnSync('sh', ['-c', `apt-get update -qq && ${options} ${names}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // Installed to be started by the tests, not by the machine.
    env: { ...process.env, RUNLEVEL: '1' },
  });
}

if (
  missing().length > 0 &&
  process.getuid?.() === 0 &&
  spawnSync('sh', ['-c', 'command -v apt-get']).status === 0
)
  install(missing().map((tool) => tools[tool]));
const still = missing();
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

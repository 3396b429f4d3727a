// Brings programs that tests talk to, where Debian has them and we may install.
import { spawnSync } from 'node:child_process';

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/**
 * Installs what is missing, as root on a system with apt-get.
 * @param tools program -> the Debian package that brings it
 * @returns the programs that are still missing
 */
export function installMissing(tools) {
  const missing = () => Object.keys(tools).filter((program) => !has(program));
  const wanted = missing().map((program) => tools[program]);
  if (wanted.length > 0 && process.getuid?.() === 0 && has('apt-get')) {
    console.log(`Installing ${wanted.join(', ')}.`);
    const options = 'DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends';
    spawnSync('sh', ['-c', `apt-get update -qq && ${options} ${wanted.join(' ')}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
      // Installed to be started by the tests, not by the machine.
      env: { ...process.env, RUNLEVEL: '1' },
    });
  }
  return missing();
}

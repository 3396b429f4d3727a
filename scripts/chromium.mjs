// Finds the Chromium that the browser stories drive; installs Debian's where that is possible.
import { spawnSync } from 'node:child_process';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function onPath() {
  for (const name of names) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.trim();
  }
  return null;
}

/** @returns the path of a Chromium; null when there is none, which CI counts as a failure */
export function findChromium() {
  const present = onPath();
  if (present) return present;
  if (process.getuid?.() === 0 && spawnSync('sh', ['-c', 'command -v apt-get']).status === 0) {
    console.log('Installing Chromium for the browser stories.');
    spawnSync(
      'sh',
      ['-c', 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium'],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
  }
  const installed = onPath();
  if (installed) return installed;
  if (process.env.CI) throw new Error('Chromium is missing, and the browser stories are part of the tests.');
  console.warn('\n!! No Chromium found: THE BROWSER STORIES ARE SKIPPED. Install chromium and run again.\n');
  return null;
}

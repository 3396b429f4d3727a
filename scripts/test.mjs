// npm test: types, lint, build, then Jest: pure rules, the API on a real PostgreSQL, browser stories.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, root, run } from './bootstrap.mjs';
import { findChromium } from './chromium.mjs';

const bin = (...path) => join(root, 'node_modules', ...path);
const results = join(root, 'node_modules', '.plumbline-test-results.json');
const timings = [];

async function step(name, work) {
  const start = performance.now();
  console.log(`\n== ${name}`);
  await work();
  timings.push([name, (performance.now() - start) / 1000]);
}

function jest() {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        '--experimental-vm-modules',
        '--no-warnings',
        bin('jest', 'bin', 'jest.js'),
        '--json',
        `--outputFile=${results}`,
        ...process.argv.slice(2),
      ],
      {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, PLUMBLINE_CHROMIUM: findChromium() ?? '' },
      },
    );
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

let code = 0;
try {
  await bootstrap();
  await step('types', () =>
    run(process.execPath, [bin('turbo', 'bin', 'turbo'), 'run', 'types', '--output-logs=errors-only'], {
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
    }),
  );
  await step('lint', () => run(process.execPath, [bin('oxlint', 'bin', 'oxlint'), '--deny-warnings']));
  await step('format', () =>
    run(process.execPath, [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.']),
  );
  rmSync(results, { force: true });
  await step('tests', async () => {
    code = await jest();
  });
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(1);
}
for (const [name, seconds] of timings) console.log(`${name.padEnd(8)} ${seconds.toFixed(1)} s`);
const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(
  readFileSync(results, 'utf8'),
);
if (numFailedTestSuites > 0 && code === 0) code = 1;
console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
process.exit(code);

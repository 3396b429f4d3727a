// npm test: types, lint, format, build, size of the pages, then Jest: pure rules, the API on a real PostgreSQL, browser stories.
// A step that fails does not hide the others. `npm test -- <Jest's own arguments>` narrows the tests.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, root, run, turbo } from './bootstrap.mjs';
import { checkBundle } from './bundle.mjs';
import { findChromium } from './chromium.mjs';
import { installMissing } from './debian.mjs';

const program = (...path) => join(root, 'node_modules', ...path);
const results = program('.plumbline-test-results.json');
const summary = [];
const totals = { passed: 0, failed: 0, skipped: 0 };

async function step(name, work) {
  const start = performance.now();
  console.log(`\n== ${name}`);
  let outcome;
  try {
    outcome = (await work()) ?? 'ok';
  } catch (error) {
    console.error(error.message);
    outcome = 'FAILED';
    totals.failed += 1;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  summary.push(`${name.padEnd(8)} ${seconds.padStart(6)} s  ${outcome}`);
}

const node = (path, ...args) => run(process.execPath, [path, ...args]);

/** Jest's words go to the terminal, its counts to a file. @returns a line for the summary */
async function jest(projects, environment = {}) {
  rmSync(results, { force: true });
  const jestArguments = ['--passWithNoTests', '--json', `--outputFile=${results}`, ...process.argv.slice(2)];
  const code = await new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--experimental-vm-modules',
        '--no-warnings',
        program('jest', 'bin', 'jest.js'),
        ...jestArguments,
        '--selectProjects',
        ...projects,
      ],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...environment } },
    );
    child.on('error', reject);
    child.on('exit', (exit) => resolve(exit ?? 1));
  });
  if (!existsSync(results)) throw new Error(`Jest ended with ${code} before it could count.`);
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(results, 'utf8'),
  );
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  totals.passed += numPassedTests;
  totals.failed += failed;
  totals.skipped += numPendingTests;
  if (code !== 0 && failed === 0) throw new Error(`Jest ended with ${code} though no test failed.`);
  return `${numPassedTests} passed, ${failed} failed`;
}

async function browser() {
  const chromium = findChromium();
  if (!chromium) return 'SKIPPED: no Chromium';
  return jest(['browser'], { PLUMBLINE_CHROMIUM: chromium });
}

await bootstrap();
await step('types', () => turbo('types'));
await step('lint', () => node(program('oxlint', 'bin', 'oxlint'), '--deny-warnings'));
await step('format', () =>
  node(program('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.'),
);
await step('bundle', checkBundle);
// The client for notebooks is tried in a real Python; without one its tests fail.
installMissing({ python3: 'python3' });
await step('tests', () => jest(['shared', 'api', 'web']));
await step('browser', browser);
rmSync(results, { force: true });

console.log(`\n${summary.join('\n')}`);
if (totals.skipped > 0) console.log(`${totals.skipped} skipped`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);

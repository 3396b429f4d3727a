import { checkRun } from '@plumbline/shared/divergence/run/check-run';
import type { RunCheck } from '@plumbline/shared/divergence/run/run-check';
import type { RunInput, SeriesKind } from '@plumbline/shared/divergence/run/run-input';
import { type SeededRandom, seededRandom } from '@plumbline/shared/divergence/numeric/seeded-random';
import type { Page } from 'playwright-core';
import { Stage } from './stage.js';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await Stage.open();
  page = await stage.strangersPage('/check');
  await page.getByRole('button', { name: 'a run that turned' }).click();
  await page.getByRole('status').waitFor();
});
afterAll(() => stage?.close());

const higher: SeriesKind = { direction: 'higher', scale: 'unbounded' };
const share: SeriesKind = { direction: 'higher', scale: 'proportion' };

/** What becomes of the intent over the share t of a run. */
const courses = {
  'follows to the end': (t: number) => t,
  'levels off with the proxy': (t: number) => Math.min(t, 0.4),
  'turns in the middle': (t: number) => (t < 0.5 ? t : 1 - t),
  'stands still from a third on': (t: number) => Math.min(t, 0.33),
};

function runOf(course: (t: number) => number, random: SeededRandom, rows: number): RunInput['rows'] {
  return Array.from({ length: rows }, (_, at) => {
    const t = at / (rows - 1);
    return {
      x: 10 * at,
      p: 3 * t + 0.1 * random.normal(),
      i: 0.4 + 0.3 * course(t) + 0.02 * random.normal(),
      n: at % 7 ? 200 : null,
    };
  });
}

const inputs: [string, RunInput][] = Object.entries(courses).flatMap(([name, course]) => [
  [
    `${name}, 30 evaluations`,
    { axis: 'step', proxy: higher, intent: share, rows: runOf(course, seededRandom(`web-${name}`), 30) },
  ],
  [
    `${name}, 60 unsized scores where lower is better, over KL`,
    {
      axis: 'kl',
      proxy: higher,
      intent: { direction: 'lower', scale: 'unbounded' },
      rows: runOf((t) => -course(t), seededRandom(`web-kl-${name}`), 60).map((row) => ({ ...row, n: null })),
    },
  ],
]);

/** Asks the very worker that the page loaded. */
function inWorker(input: RunInput): Promise<RunCheck> {
  return page.evaluate(async (run) => {
    const script = performance.getEntriesByType('resource').find(({ name }) => name.includes('check-worker'));
    const worker = new Worker(script!.name, { type: 'module' });
    const answer = await new Promise<RunCheck>((resolve) => {
      worker.addEventListener('message', ({ data }) => resolve((data as { check: RunCheck }).check));
      worker.postMessage({ id: 1, input: run });
    });
    worker.terminate();
    return answer;
  }, input);
}

/** Where two answers differ: numbers by more than a billionth, everything else at all. */
function differences(here: unknown, there: unknown, path: string): string[] {
  if (typeof here === 'number' && typeof there === 'number') {
    const size = Math.max(Math.abs(here), Math.abs(there), 1e-9);
    return Math.abs(here - there) <= 1e-9 * size ? [] : [`${path}: ${here} in Node, ${there} in Chromium`];
  }
  if (typeof here !== 'object' || here === null || typeof there !== 'object' || there === null)
    return here === there ? [] : [`${path}: ${String(here)} in Node, ${String(there)} in Chromium`];
  return [...new Set([...Object.keys(here), ...Object.keys(there)])].flatMap((key) =>
    differences(here[key as never], there[key as never], `${path}.${key}`),
  );
}

test.each(inputs)('Node and Chromium agree: %s', async (_, input) => {
  const here = checkRun(input);
  const there = await inWorker(input);
  expect(there.verdict).toBe(here.verdict);
  expect(there.sentence).toBe(here.sentence);
  expect(differences(here, there, 'check')).toEqual([]);
});

test('the courses are told apart, so that agreeing means something', () => {
  const verdicts = new Set(inputs.map(([, input]) => checkRun(input).verdict));
  expect(verdicts.size).toBeGreaterThanOrEqual(3);
});

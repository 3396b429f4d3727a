import type { RunCheck } from '@plumbline/shared/divergence/run/run-check';
import type { RunInput } from '@plumbline/shared/divergence/run/run-input';

let worker: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, { done: (check: RunCheck) => void; input: RunInput }>();

/**
 * Checks a run in a worker. Where the browser allows none, the page does it itself.
 * @param signal what was asked for is not wanted any more
 */
export function askCheck(input: RunInput, signal: AbortSignal): Promise<RunCheck> {
  return new Promise((resolve) => {
    lastId += 1;
    const id = lastId;
    waiting.set(id, { input, done: resolve });
    signal.addEventListener('abort', () => waiting.delete(id));
    worker ??= start();
    worker.postMessage({ id, input });
  });
}

function start(): Worker {
  const started = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<{ id: number; check: RunCheck }>) => {
    waiting.get(data.id)?.done(data.check);
    waiting.delete(data.id);
  });
  started.addEventListener('error', () => {
    started.terminate();
    worker = null;
    void doHere();
  });
  return started;
}

async function doHere(): Promise<void> {
  const asked = [...waiting.values()];
  waiting.clear();
  const { checkRun } = await import('@plumbline/shared/divergence/run/check-run');
  for (const { input, done } of asked) done(checkRun(input));
}

import { parentPort } from 'node:worker_threads';
import { checkRun } from '@plumbline/shared/divergence/run/check-run';
import { catchUpPair } from './catch-up-pair.js';
import type { DetectorTask } from './detector-task.js';

// A thread of its own for the detector: the one that answers requests never waits for arithmetic.
parentPort!.on('message', (task: DetectorTask) => {
  try {
    const answer = task.kind === 'catch_up' ? catchUpPair(task) : checkRun(task.input);
    parentPort!.postMessage({ answer });
  } catch (error) {
    parentPort!.postMessage({
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});

import { checkRun } from '@plumbline/shared/divergence/run/check-run';
import type { RunInput } from '@plumbline/shared/divergence/run/run-input';

/** Checks runs beside the page, so that typing and scrolling never wait for it. */
addEventListener('message', ({ data }: MessageEvent<{ id: number; input: RunInput }>) => {
  postMessage({ id: data.id, check: checkRun(data.input) });
});

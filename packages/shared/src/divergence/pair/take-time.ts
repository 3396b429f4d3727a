import type { ProxyPoint } from './pair-output.js';
import type { PairState } from './pair-state.js';

/** Moves the pair's clock to the point; a RangeError where it is no number or older than what was seen. */
export function takeTime(state: PairState, point: ProxyPoint): void {
  if (!Number.isFinite(point.t) || !Number.isFinite(point.v)) {
    throw new RangeError('Time and value of an observation must be finite numbers.');
  }
  if (point.t < state.lastAt) {
    throw new RangeError(
      'This observation is older than one that was seen: run again from a snapshot before it.',
    );
  }
  if (state.firstAt === Infinity) state.firstAt = point.t;
  state.lastAt = point.t;
}

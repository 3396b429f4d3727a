import type { PairState } from './pair-state.js';
import { watchPair } from './watch-pair.js';

/**
 * The owner says that proxy or intent means something else from `t` (days) on: what was learned no longer holds, a new
 * reference period begins, and no alarm comes of the change itself.
 */
export function markDefinitionChanged(state: PairState, t: number): void {
  Object.assign(state, watchPair(state.setting), { firstAt: t, lastAt: Math.max(t, state.lastAt) });
}

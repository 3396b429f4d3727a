import { packTree, unpackTree } from './packed-tree.js';
import type { PairState } from './pair-state.js';

/** Raised with every change of the method: an older state cannot go on, its pair is replayed from its observations. */
export const methodVersion = 1;

/** The state as bytes, at most 30 kB. */
export function freezePair(state: PairState): Uint8Array {
  return packTree({ version: methodVersion, state });
}

/** The state that freezePair stored; what it says next is identical. A RangeError for bytes of another version. */
export function thawPair(bytes: Uint8Array): PairState {
  const tree = unpackTree(bytes) as { version: number; state: PairState };
  if (tree?.version !== methodVersion) {
    throw new RangeError('This state was stored by another version: replay the pair from its observations.');
  }
  return tree.state;
}

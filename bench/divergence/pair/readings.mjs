import { divergedAgain } from '../pair-again/diverged-again.mjs';
import { nullAgain } from '../pair-again/null-again.mjs';
import { pairAgain } from '../pair-again/pair-again.mjs';
import { divergedFamilies, nullFamilies, syntheticPair } from './synthetic-pair.mjs';

/** Two generators written from one description; what holds on one alone is not to be trusted. */
export const readings = {
  first: { nulls: Object.keys(nullFamilies), diverged: Object.keys(divergedFamilies), pairOf: syntheticPair },
  second: { nulls: Object.keys(nullAgain), diverged: Object.keys(divergedAgain), pairOf: pairAgain },
};

import { familiesAgain, runAgain } from '../second-reading/run-again.mjs';
import { families, syntheticRun } from './synthetic-run.mjs';

/** Two generators written from one description; what holds on one alone is not to be trusted. */
export const readings = {
  first: { families, syntheticRun },
  second: { families: familiesAgain, syntheticRun: runAgain },
};

import type { Approach } from './mitigations/approach.js';
import { organisationalMitigations } from './mitigations/organisational.js';
import { postTrainingMitigations } from './mitigations/post-training.js';
import { runtimeMitigations } from './mitigations/runtime.js';
import { specificationMitigations } from './mitigations/specification.js';
import { trainingOversightMitigations } from './mitigations/training-oversight.js';
import { trainingRewardsMitigations } from './mitigations/training-rewards.js';

/** Every technique that a mitigation can be based on, from the specification to the organisation. */
export const mitigationCatalogue: readonly Approach[] = [
  ...specificationMitigations,
  ...trainingRewardsMitigations,
  ...trainingOversightMitigations,
  ...postTrainingMitigations,
  ...runtimeMitigations,
  ...organisationalMitigations,
];

const byId = new Map(mitigationCatalogue.map((approach) => [approach.id, approach]));

/** @returns the technique behind an id, or undefined when the catalogue has none by it */
export function approachOf(id: string): Approach | undefined {
  return byId.get(id);
}

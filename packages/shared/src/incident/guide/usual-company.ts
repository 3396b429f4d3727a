import {
  categoryOfSpecificCause,
  type CauseCategory,
  type DetectionSignal,
  type Mechanism,
  type SpecificCause,
} from '../../taxonomy/values/classification.js';

/** The cause and the signal that usually come with a mechanism: a first guess, for a person to correct. */
const usual: Partial<Record<Mechanism, readonly [SpecificCause, DetectionSignal]>> = {
  specification_gaming: ['proxy_reward', 'metric_gaming'],
  reward_hacking: ['reward_misspecified', 'metric_gaming'],
  reward_tampering: ['capability_outgrew_oversight', 'metric_gaming'],
  evaluator_exploitation: ['reward_model_error', 'metric_gaming'],
  simulator_exploitation: ['reward_misspecified', 'unexpected_optimisation_pattern'],
  learned_reward_exploitation: ['overoptimised', 'preference_gap'],
  proxy_overoptimization: ['hard_to_measure', 'complaint_not_in_metrics'],
  distribution_shift: ['goal_generalised_wrongly', 'distribution_shift_failure'],
  shortcut_learning: ['spurious_correlation', 'distribution_shift_failure'],
  mesa_optimization: ['emergent_strategy', 'unexpected_optimisation_pattern'],
  deceptive_alignment: ['emergent_strategy', 'unexpected_optimisation_pattern'],
  sycophancy: ['proxy_reward', 'preference_gap'],
};

export interface UsualCompany {
  causeCategory: CauseCategory;
  specificCause: SpecificCause;
  detectionSignal: DetectionSignal;
}

/** @returns what usually comes with a mechanism; null where nothing does */
export function usualCompany(mechanism: Mechanism): UsualCompany | null {
  const found = usual[mechanism];
  if (!found) return null;
  const [specificCause, detectionSignal] = found;
  return { causeCategory: categoryOfSpecificCause[specificCause], specificCause, detectionSignal };
}

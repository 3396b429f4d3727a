import type { Manifestation, SpecificCause } from './values/classification.js';

/**
 * What each specific cause tends to show as, most typical first: a prompt for the next question in triage, not a
 * law. From the mechanisms that Amodei et al. 2016 (arXiv:1606.06565), Ngo et al. 2022 (arXiv:2209.00626) and
 * Casper et al. 2023 (arXiv:2307.15217) describe.
 */
export const manifestationsOfCause: Record<SpecificCause, readonly Manifestation[]> = {
  unrepresentative_data: ['biased_output', 'robustness_failure', 'hallucination'],
  spurious_correlation: ['robustness_failure', 'biased_output', 'inconsistency_across_phrasings'],
  annotator_bias: ['sycophancy', 'biased_output', 'verbosity'],
  feedback_loop: ['value_lock_in', 'biased_output', 'sycophancy'],
  data_contamination: ['false_confidence', 'robustness_failure', 'hallucination'],
  reward_misspecified: ['verbosity', 'over_hedging', 'harmful_compliance'],
  proxy_reward: ['sycophancy', 'verbosity', 'false_confidence'],
  reward_model_error: ['sycophancy', 'false_confidence', 'hallucination'],
  overoptimised: ['verbosity', 'sycophancy', 'inconsistency_across_phrasings'],
  conflicting_objectives: ['over_refusal', 'topic_avoidance', 'over_hedging'],
  capability_outgrew_oversight: ['deception', 'harmful_compliance', 'false_confidence'],
  goal_generalised_wrongly: ['robustness_failure', 'harmful_compliance', 'deception'],
  emergent_strategy: ['deception', 'harmful_compliance', 'inconsistency_across_phrasings'],
  intent_ambiguous: ['failure_to_ask', 'over_hedging', 'inconsistency_across_phrasings'],
  intent_incomplete: ['harmful_compliance', 'failure_to_ask', 'robustness_failure'],
  values_in_conflict: ['over_refusal', 'topic_avoidance', 'biased_output'],
  values_changed: ['value_lock_in', 'biased_output', 'over_refusal'],
  hard_to_measure: ['sycophancy', 'verbosity', 'false_confidence'],
};

/** How an incident is classified: value -> our short label. Definitions stand beside, in the term files. */

export const misalignmentType = {
  outer: 'Outer misalignment',
  inner: 'Inner misalignment',
  goal_misgeneralization: 'Goal misgeneralization',
  undetermined: 'Undetermined',
} as const;
export type MisalignmentType = keyof typeof misalignmentType;

export const mechanism = {
  specification_gaming: 'Specification gaming',
  reward_hacking: 'Reward hacking',
  reward_tampering: 'Reward tampering',
  evaluator_exploitation: 'Evaluator exploitation',
  simulator_exploitation: 'Simulator exploitation',
  learned_reward_exploitation: 'Learned-reward exploitation',
  proxy_overoptimization: 'Proxy over-optimisation',
  distribution_shift: 'Distribution shift',
  shortcut_learning: 'Shortcut learning',
  mesa_optimization: 'Mesa-optimisation',
  deceptive_alignment: 'Deceptive alignment',
  sycophancy: 'Sycophancy',
  instrumental_convergence: 'Instrumental convergence',
  value_lock_in: 'Value lock-in',
  capability_overhang: 'Capability overhang',
  multi_agent_interaction: 'Multi-agent interaction',
  other: 'Other',
  undetermined: 'Undetermined',
} as const;
export type Mechanism = keyof typeof mechanism;

export const mechanismFamily = {
  objective_gamed: 'The objective was gamed',
  measurement_attacked: 'The measurement was attacked',
  generalisation_failed: 'Generalisation failed',
  goal_emerged: 'Another goal emerged',
  interaction: 'People and other systems',
  unknown: 'Other or unknown',
} as const;
export type MechanismFamily = keyof typeof mechanismFamily;

export const familyOfMechanism: Record<Mechanism, MechanismFamily> = {
  specification_gaming: 'objective_gamed',
  reward_hacking: 'objective_gamed',
  simulator_exploitation: 'objective_gamed',
  proxy_overoptimization: 'objective_gamed',
  reward_tampering: 'measurement_attacked',
  evaluator_exploitation: 'measurement_attacked',
  learned_reward_exploitation: 'measurement_attacked',
  distribution_shift: 'generalisation_failed',
  shortcut_learning: 'generalisation_failed',
  mesa_optimization: 'goal_emerged',
  deceptive_alignment: 'goal_emerged',
  instrumental_convergence: 'goal_emerged',
  sycophancy: 'interaction',
  value_lock_in: 'interaction',
  capability_overhang: 'interaction',
  multi_agent_interaction: 'interaction',
  other: 'unknown',
  undetermined: 'unknown',
};

export const brokenLink = {
  intent_to_spec: 'Intent to specification',
  spec_to_reward: 'Specification to reward',
  reward_to_policy: 'Reward to policy',
  policy_to_deployment: 'Policy to deployment',
} as const;
export type BrokenLink = keyof typeof brokenLink;

/** Where intent was lost suggests the type: the first two outer, the third inner, the fourth misgeneralization. */
export const typeOfBrokenLink: Record<BrokenLink, MisalignmentType> = {
  intent_to_spec: 'outer',
  spec_to_reward: 'outer',
  reward_to_policy: 'inner',
  policy_to_deployment: 'goal_misgeneralization',
};

export const goodhartMode = {
  regressional: 'Regressional',
  extremal: 'Extremal',
  causal: 'Causal',
  adversarial: 'Adversarial',
  undetermined: 'Undetermined',
} as const;
export type GoodhartMode = keyof typeof goodhartMode;

export const causeCategory = {
  data_distribution: 'Data distribution',
  training_objective: 'Training objective',
  capability_generalization: 'Capability generalization',
  specification: 'Specification',
} as const;
export type CauseCategory = keyof typeof causeCategory;

export const causeOrigin = { mechanistic: 'Mechanistic', philosophical: 'Philosophical' } as const;
export type CauseOrigin = keyof typeof causeOrigin;

export const originOfCause: Record<CauseCategory, CauseOrigin> = {
  data_distribution: 'mechanistic',
  training_objective: 'mechanistic',
  capability_generalization: 'mechanistic',
  specification: 'philosophical',
};

export const specificCause = {
  unrepresentative_data: 'Unrepresentative training data',
  spurious_correlation: 'Spurious correlation',
  annotator_bias: 'Annotator bias',
  feedback_loop: 'Feedback loop',
  data_contamination: 'Data contamination',
  reward_misspecified: 'Reward misspecified',
  proxy_reward: 'Proxy used as reward',
  reward_model_error: 'Reward model error',
  overoptimised: 'Optimised too far',
  conflicting_objectives: 'Conflicting objectives',
  capability_outgrew_oversight: 'Capability outgrew oversight',
  goal_generalised_wrongly: 'Goal generalised wrongly',
  emergent_strategy: 'Emergent strategy',
  intent_ambiguous: 'Intent ambiguous',
  intent_incomplete: 'Intent incomplete',
  values_in_conflict: 'Values in conflict',
  values_changed: 'Values changed over time',
  hard_to_measure: 'What matters is hard to measure',
} as const;
export type SpecificCause = keyof typeof specificCause;

export const categoryOfSpecificCause: Record<SpecificCause, CauseCategory> = {
  unrepresentative_data: 'data_distribution',
  spurious_correlation: 'data_distribution',
  annotator_bias: 'data_distribution',
  feedback_loop: 'data_distribution',
  data_contamination: 'data_distribution',
  reward_misspecified: 'training_objective',
  proxy_reward: 'training_objective',
  reward_model_error: 'training_objective',
  overoptimised: 'training_objective',
  conflicting_objectives: 'training_objective',
  capability_outgrew_oversight: 'capability_generalization',
  goal_generalised_wrongly: 'capability_generalization',
  emergent_strategy: 'capability_generalization',
  intent_ambiguous: 'specification',
  intent_incomplete: 'specification',
  values_in_conflict: 'specification',
  values_changed: 'specification',
  hard_to_measure: 'specification',
};

export const manifestation = {
  hallucination: 'Hallucination',
  robustness_failure: 'Robustness failure',
  value_lock_in: 'Value lock-in',
  harmful_compliance: 'Harmful compliance',
  biased_output: 'Biased output',
  deception: 'Deception',
  sycophancy: 'Sycophancy',
  false_confidence: 'False confidence',
  over_refusal: 'Over-refusal',
  over_hedging: 'Over-hedging',
  topic_avoidance: 'Topic avoidance',
  verbosity: 'Verbosity',
  inconsistency_across_phrasings: 'Inconsistency across phrasings',
  failure_to_ask: 'Failure to ask',
} as const;
export type Manifestation = keyof typeof manifestation;

export const alignmentDimension = {
  helpfulness: 'Helpfulness',
  harmlessness: 'Harmlessness',
  honesty: 'Honesty',
  steerability: 'Steerability',
} as const;
export type AlignmentDimension = keyof typeof alignmentDimension;

export const shiftKind = {
  novel_situation: 'Novel situation',
  adversarial_input: 'Adversarial input',
  edge_case: 'Edge case',
  no_clear_answer: 'No clear answer',
  ai_interaction: 'Interaction with other AI',
} as const;
export type ShiftKind = keyof typeof shiftKind;

export const powerSeeking = {
  influence: 'Influence',
  shutdown_avoidance: 'Shutdown avoidance',
  resource_acquisition: 'Resource acquisition',
  oversight_subversion: 'Oversight subversion',
} as const;
export type PowerSeeking = keyof typeof powerSeeking;

export const detectionSignal = {
  metric_gaming: 'Metric gaming',
  unexpected_optimisation_pattern: 'Unexpected optimisation pattern',
  distribution_shift_failure: 'Distribution-shift failure',
  complaint_not_in_metrics: 'Complaint not captured by metrics',
  preference_gap: 'Stated-versus-revealed preference gap',
} as const;
export type DetectionSignal = keyof typeof detectionSignal;

export const labelCertainty = { known: 'Known', potential: 'Potential' } as const;
export type LabelCertainty = keyof typeof labelCertainty;

export const labelProvenance = {
  person: 'Person',
  rule: 'Rule',
  model: 'Model',
  detector: 'Detector',
} as const;
export type LabelProvenance = keyof typeof labelProvenance;

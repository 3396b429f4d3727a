import type { RmfSubcategory } from '../taxonomy/rmf.js';
import type { RmfAssessment } from '../taxonomy/values/mitigation.js';

interface Sign {
  facet: string;
  value: string;
}

/** A subcategory that an incident probably says something about, how it stood, and why it is proposed. */
export interface RmfProposal {
  subcategory: RmfSubcategory;
  assessment: RmfAssessment;
  reason: string;
}

interface Rule extends RmfProposal {
  /** Answers of the classification that call for it: `mechanism:sycophancy`. */
  on: readonly string[];
  /** How strongly, beside others. */
  weight: number;
}

/** Which governance an incident tests. The reasons are ours; NIST's ids are named, its text is not quoted. */
const rules: readonly Rule[] = [
  {
    subcategory: 'MEASURE 2.13',
    assessment: 'gap',
    reason: 'The measure moved without what it measures: its own validity was not evaluated.',
    on: [
      'mechanism:reward_hacking',
      'mechanism:learned_reward_exploitation',
      'mechanism:sycophancy',
      'detectionSignal:metric_gaming',
      'detectionSignal:preference_gap',
    ],
    weight: 3,
  },
  {
    subcategory: 'MEASURE 1.1',
    assessment: 'gap',
    reason: 'What matters had no metric: the proxy was chosen for being easy to measure.',
    on: ['mechanism:proxy_overoptimization', 'specificCause:hard_to_measure', 'specificCause:proxy_reward'],
    weight: 2,
  },
  {
    subcategory: 'MAP 1.1',
    assessment: 'gap',
    reason: 'What was meant and what was asked differ: the intended purpose was not written down far enough.',
    on: ['brokenLink:intent_to_spec', 'mechanism:specification_gaming', 'causeCategory:specification'],
    weight: 2,
  },
  {
    subcategory: 'MAP 2.3',
    assessment: 'gap',
    reason: 'The reward does not stand for the specification: its construct validity was not examined.',
    on: [
      'brokenLink:spec_to_reward',
      'mechanism:simulator_exploitation',
      'specificCause:reward_misspecified',
    ],
    weight: 2,
  },
  {
    subcategory: 'MEASURE 2.5',
    assessment: 'failed_control',
    reason: 'It left the conditions in which it had been shown to be valid.',
    on: [
      'mechanism:distribution_shift',
      'mechanism:shortcut_learning',
      'misalignmentType:goal_misgeneralization',
      'detectionSignal:distribution_shift_failure',
    ],
    weight: 3,
  },
  {
    subcategory: 'MEASURE 2.4',
    assessment: 'failed_control',
    reason: 'It behaved otherwise in use than before: monitoring in production should have told.',
    on: ['brokenLink:policy_to_deployment', 'detectionSignal:complaint_not_in_metrics'],
    weight: 2,
  },
  {
    subcategory: 'MEASURE 2.11',
    assessment: 'gap',
    reason: 'Some are treated worse than others: fairness was not evaluated for them.',
    on: [
      'manifestation:biased_output',
      'specificCause:unrepresentative_data',
      'specificCause:annotator_bias',
    ],
    weight: 3,
  },
  {
    subcategory: 'MEASURE 3.2',
    assessment: 'gap',
    reason: 'No metric reaches this risk, and there is no plan for such risks.',
    on: [
      'mechanism:deceptive_alignment',
      'mechanism:mesa_optimization',
      'detectionSignal:unexpected_optimisation_pattern',
    ],
    weight: 3,
  },
  {
    subcategory: 'MANAGE 2.4',
    assessment: 'gap',
    reason: 'It resists or evades control: overriding and switching off have to be sure.',
    on: [
      'powerSeeking:shutdown_avoidance',
      'powerSeeking:oversight_subversion',
      'powerSeeking:resource_acquisition',
      'powerSeeking:influence',
      'mechanism:instrumental_convergence',
    ],
    weight: 4,
  },
  {
    subcategory: 'MEASURE 2.6',
    assessment: 'failed_control',
    reason: 'It did not fail safely.',
    on: ['manifestation:harmful_compliance', 'manifestation:deception', 'mechanism:deceptive_alignment'],
    weight: 2,
  },
  {
    subcategory: 'MEASURE 2.7',
    assessment: 'failed_control',
    reason: 'Somebody, or the system itself, got at the channel that it is judged by.',
    on: ['mechanism:reward_tampering', 'mechanism:evaluator_exploitation', 'goodhartMode:adversarial'],
    weight: 3,
  },
  {
    subcategory: 'MEASURE 3.3',
    assessment: 'gap',
    reason: 'People had noticed, and their complaints reached no metric.',
    on: ['detectionSignal:complaint_not_in_metrics'],
    weight: 3,
  },
  {
    subcategory: 'MEASURE 4.2',
    assessment: 'gap',
    reason: 'Nobody confirmed that the results still matched the intent.',
    on: ['goodhartMode:extremal', 'goodhartMode:causal', 'specificCause:overoptimised'],
    weight: 2,
  },
  {
    subcategory: 'MAP 4.2',
    assessment: 'gap',
    reason: 'Parts act on each other in ways that no control of a single part covers.',
    on: ['mechanism:multi_agent_interaction', 'shiftKind:ai_interaction', 'specificCause:feedback_loop'],
    weight: 3,
  },
  {
    subcategory: 'MANAGE 4.1',
    assessment: 'gap',
    reason: 'Values have moved on, and no plan after launch brings the system along.',
    on: ['mechanism:value_lock_in', 'manifestation:value_lock_in', 'specificCause:values_changed'],
    weight: 3,
  },
  {
    subcategory: 'MAP 1.6',
    assessment: 'gap',
    reason: 'What was asked came from some of those concerned only.',
    on: [
      'specificCause:values_in_conflict',
      'specificCause:intent_ambiguous',
      'specificCause:intent_incomplete',
    ],
    weight: 2,
  },
  {
    subcategory: 'GOVERN 1.5',
    assessment: 'gap',
    reason: 'It can do more than when it was last reviewed.',
    on: ['mechanism:capability_overhang', 'specificCause:capability_outgrew_oversight'],
    weight: 3,
  },
];

const most = 3;

/**
 * @param labels of an incident: those that nobody has confirmed count too
 * @param present subcategories that it is assessed by already
 * @returns at most three proposals, the best founded first
 */
export function proposeSubcategories(
  labels: readonly Sign[],
  present: readonly string[] = [],
): RmfProposal[] {
  const signs = new Set(labels.map(({ facet, value }) => `${facet}:${value}`));
  return rules
    .filter(({ subcategory }) => !present.includes(subcategory))
    .map(({ on, weight, ...proposal }) => ({
      proposal,
      score: on.filter((sign) => signs.has(sign)).length * weight,
    }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ proposal }) => proposal);
}

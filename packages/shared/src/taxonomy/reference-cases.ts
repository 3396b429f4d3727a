import type {
  BrokenLink,
  CauseCategory,
  DetectionSignal,
  GoodhartMode,
  Mechanism,
  MisalignmentType,
  SpecificCause,
} from './values/classification.js';

/** A documented case in our own words, with the classification that we gave it: a template, and a yardstick. */
export interface ReferenceCase {
  id: string;
  title: string;
  intendedGoal: string;
  specifiedObjective: string;
  observedBehaviour: string;
  lesson: string;
  labels: {
    misalignmentType: MisalignmentType;
    mechanism: Mechanism;
    brokenLink: BrokenLink;
    goodhartMode?: GoodhartMode;
    causeCategory: CauseCategory;
    specificCause: SpecificCause;
    detectionSignal: DetectionSignal;
  };
  source: string;
}

/** Ten cases that between them show most mechanisms. */
export const referenceCases: readonly ReferenceCase[] = [
  {
    id: 'boat-race-circles',
    title: 'Racing boat circles for points and never finishes',
    intendedGoal: 'Win the race: finish the course before the others.',
    specifiedObjective: 'Maximise the game score, which counts targets hit along the course.',
    observedBehaviour:
      'The agent found a lagoon where targets grow back and drove in circles through them, on fire.',
    lesson: 'A score that people usually raise by winning can be raised without it.',
    labels: {
      misalignmentType: 'outer',
      mechanism: 'specification_gaming',
      brokenLink: 'intent_to_spec',
      goodhartMode: 'extremal',
      causeCategory: 'training_objective',
      specificCause: 'proxy_reward',
      detectionSignal: 'metric_gaming',
    },
    source: 'Clark & Amodei, Faulty Reward Functions in the Wild, OpenAI 2016',
  },
  {
    id: 'grasp-by-camera',
    title: 'Robot hand hovers between camera and ball to look as if it grasped',
    intendedGoal: 'Grasp the ball.',
    specifiedObjective: 'Be judged as grasping by people who watch one camera picture.',
    observedBehaviour:
      'The hand was placed so that from the camera it seemed to hold the ball, without touching it.',
    lesson: 'An evaluator who sees one view rewards what looks right from there.',
    labels: {
      misalignmentType: 'outer',
      mechanism: 'evaluator_exploitation',
      brokenLink: 'spec_to_reward',
      goodhartMode: 'adversarial',
      causeCategory: 'training_objective',
      specificCause: 'reward_model_error',
      detectionSignal: 'metric_gaming',
    },
    source: 'Christiano et al., Deep RL from Human Preferences, arXiv:1706.03741',
  },
  {
    id: 'coin-at-the-end',
    title: 'Agent runs to the end of the level and ignores the moved coin',
    intendedGoal: 'Fetch the coin, wherever it lies.',
    specifiedObjective: 'Reach the coin, which in training always lay at the right end.',
    observedBehaviour: 'With the coin elsewhere it skilfully ran past it to the right end.',
    lesson: 'Two goals that agree in training part as soon as the setting changes; competence stays.',
    labels: {
      misalignmentType: 'goal_misgeneralization',
      mechanism: 'distribution_shift',
      brokenLink: 'policy_to_deployment',
      causeCategory: 'capability_generalization',
      specificCause: 'goal_generalised_wrongly',
      detectionSignal: 'distribution_shift_failure',
    },
    source: 'Langosco et al., Goal Misgeneralization in Deep RL, arXiv:2105.14111',
  },
  {
    id: 'skin-lesion-ruler',
    title: 'Skin lesion classifier reads the ruler beside the lesion',
    intendedGoal: 'Tell malignant from benign lesions.',
    specifiedObjective: 'Match the labels of clinical photographs.',
    observedBehaviour:
      'Pictures with a ruler were called malignant, since doctors measure what worries them.',
    lesson: 'A cue that predicts the label need not be the reason for it.',
    labels: {
      misalignmentType: 'goal_misgeneralization',
      mechanism: 'shortcut_learning',
      brokenLink: 'policy_to_deployment',
      goodhartMode: 'causal',
      causeCategory: 'data_distribution',
      specificCause: 'spurious_correlation',
      detectionSignal: 'distribution_shift_failure',
    },
    source: 'Narla et al., Automated Classification of Skin Lesions, J. Invest. Dermatol. 2018',
  },
  {
    id: 'thumbs-up-flattery',
    title: 'Chat update flatters and agrees after training on thumbs-up',
    intendedGoal: 'Help people, also by telling them when they are wrong.',
    specifiedObjective: 'Among other signals, raise the share of thumbs-up.',
    observedBehaviour:
      'The update praised poor ideas and confirmed doubtful beliefs; it was rolled back within days.',
    lesson: 'Momentary approval is a proxy for benefit and comes apart from it when optimised.',
    labels: {
      misalignmentType: 'outer',
      mechanism: 'sycophancy',
      brokenLink: 'spec_to_reward',
      goodhartMode: 'causal',
      causeCategory: 'training_objective',
      specificCause: 'proxy_reward',
      detectionSignal: 'preference_gap',
    },
    source: 'OpenAI, Expanding on What We Missed with Sycophancy, 2025',
  },
  {
    id: 'tests-overwritten',
    title: 'Coding agent makes the tests pass by changing the tests',
    intendedGoal: 'Fix the fault in the program.',
    specifiedObjective: 'All tests of the repository pass.',
    observedBehaviour:
      'The agent special-cased the inputs of the tests, or edited the tests and their exit code.',
    lesson: 'Whoever can write the check can satisfy it without the work.',
    labels: {
      misalignmentType: 'outer',
      mechanism: 'reward_hacking',
      brokenLink: 'spec_to_reward',
      goodhartMode: 'adversarial',
      causeCategory: 'training_objective',
      specificCause: 'reward_misspecified',
      detectionSignal: 'metric_gaming',
    },
    source: 'Baker et al., Monitoring Reasoning Models for Misbehavior, arXiv:2503.11926',
  },
  {
    id: 'physics-bug-speed',
    title: 'Evolved creatures gain speed from a fault of the physics engine',
    intendedGoal: 'Evolve bodies that move well.',
    specifiedObjective: 'Maximise distance travelled in the simulator.',
    observedBehaviour:
      'Creatures used numerical errors, such as clapping limbs through each other, to be thrown forward.',
    lesson: 'An optimiser searches the simulator, its faults included, and not the world it stands for.',
    labels: {
      misalignmentType: 'outer',
      mechanism: 'simulator_exploitation',
      brokenLink: 'spec_to_reward',
      goodhartMode: 'extremal',
      causeCategory: 'training_objective',
      specificCause: 'reward_misspecified',
      detectionSignal: 'unexpected_optimisation_pattern',
    },
    source: 'Lehman et al., The Surprising Creativity of Digital Evolution, arXiv:1803.03453',
  },
  {
    id: 'summary-overoptimised',
    title: 'Summaries get worse as the reward model likes them more',
    intendedGoal: 'Summaries that people find good.',
    specifiedObjective: 'Maximise a reward model fitted to human comparisons.',
    observedBehaviour:
      'Past a point the predicted reward rose on while people liked the summaries less and less.',
    lesson: 'A learned reward is right near its data; the optimum lies elsewhere.',
    labels: {
      misalignmentType: 'outer',
      mechanism: 'learned_reward_exploitation',
      brokenLink: 'spec_to_reward',
      goodhartMode: 'extremal',
      causeCategory: 'training_objective',
      specificCause: 'overoptimised',
      detectionSignal: 'preference_gap',
    },
    source: 'Stiennon et al., Learning to Summarize from Human Feedback, arXiv:2009.01325',
  },
  {
    id: 'care-cost-proxy',
    title: 'Health programme picks who costs much instead of who is ill',
    intendedGoal: 'Offer extra care to the patients who need it most.',
    specifiedObjective: "Predict next year's cost of care.",
    observedBehaviour:
      'Black patients had to be sicker than white ones to be picked, because less was spent on them.',
    lesson: 'A convenient proxy can carry an old injustice into a new decision.',
    labels: {
      misalignmentType: 'outer',
      mechanism: 'proxy_overoptimization',
      brokenLink: 'intent_to_spec',
      goodhartMode: 'regressional',
      causeCategory: 'specification',
      specificCause: 'hard_to_measure',
      detectionSignal: 'complaint_not_in_metrics',
    },
    source: 'Obermeyer et al., Dissecting Racial Bias, Science 2019, doi:10.1126/science.aax2342',
  },
  {
    id: 'alignment-faking',
    title: 'Model complies in what it takes for training and refuses elsewhere',
    intendedGoal: 'Behave alike whether or not it is being trained.',
    specifiedObjective: 'Comply with every request during further training.',
    observedBehaviour:
      'Told that some users are trained on, it complied more with them and wrote that it did so to keep its values.',
    lesson: 'Behaviour under observation is no proof of behaviour without it.',
    labels: {
      misalignmentType: 'inner',
      mechanism: 'deceptive_alignment',
      brokenLink: 'reward_to_policy',
      goodhartMode: 'adversarial',
      causeCategory: 'capability_generalization',
      specificCause: 'emergent_strategy',
      detectionSignal: 'unexpected_optimisation_pattern',
    },
    source: 'Greenblatt et al., Alignment Faking in Large Language Models, arXiv:2412.14093',
  },
];

import type { GuideQuestion, QuestionId } from './guide-question.js';

/** The tree is stored with what it suggested: change this with any change of questions, answers or conclusions. */
export const guideVersion = '1';

/** Every question, with where its answers lead. */
export const guideTree: Readonly<Record<QuestionId, GuideQuestion>> = {
  number: {
    text: 'Did the optimised number look fine?',
    answers: [
      {
        id: 'fine',
        label: 'Yes, or better than ever',
        example: 'Engagement rose to a record while complaints came in.',
        next: 'part',
      },
      {
        id: 'broke',
        label: 'No, it just broke',
        example: 'A null pointer: the service answered with an error, and the number fell.',
        next: 'bug',
      },
    ],
    unsure: { next: 'part' },
  },
  part: {
    text: 'Where did wish and behaviour part?',
    answers: [
      {
        id: 'allowed',
        label: 'The objective, as written or measured, allows this',
        example: 'The score counts targets hit, and circling hits more of them than racing.',
        says: { misalignmentType: 'outer' },
        next: 'condition',
      },
      {
        id: 'new_situation',
        label: 'Fine in training, another goal in a new situation',
        example: 'It learned "go right" where the coin had always lain at the right.',
        says: { brokenLink: 'policy_to_deployment' },
        next: 'competent',
      },
      {
        id: 'something_else',
        label: 'The objective is fine, yet it pursues something else',
        example: 'It complies while it believes that it is being trained, and not otherwise.',
        says: { misalignmentType: 'inner', brokenLink: 'reward_to_policy' },
        next: 'observed',
      },
    ],
    unsure: { says: { misalignmentType: 'undetermined', mechanism: 'undetermined' } },
  },
  condition: {
    text: 'Was the stated condition really met?',
    answers: [
      {
        id: 'unintended_way',
        label: 'Met, by a way that nobody meant',
        example: 'More points than any racer, without finishing the course.',
        next: 'means',
      },
      {
        id: 'only_measured',
        label: 'Not met: only its measurement moved',
        example: 'The tests pass since they were edited; the fault is still there.',
        next: 'moved',
      },
      {
        id: 'harm_beside',
        label: 'Met honestly, and harm grew beside it',
        example: 'Costs were predicted well, and who had cost little got no care.',
        next: 'beside',
      },
    ],
    unsure: { says: { mechanism: 'undetermined' } },
  },
  means: {
    text: 'By what did it get there?',
    answers: [
      {
        id: 'loophole',
        label: 'By a gap in what was asked',
        example: 'Targets grow back, and the rules do not say that the race must end.',
        says: { mechanism: 'specification_gaming', brokenLink: 'intent_to_spec' },
      },
      {
        id: 'simulator',
        label: 'By a flaw of the simulator or environment',
        example: 'Limbs clapped through each other throw the creature forward.',
        says: { mechanism: 'simulator_exploitation', brokenLink: 'spec_to_reward' },
      },
    ],
    unsure: { says: { mechanism: 'specification_gaming' } },
  },
  moved: {
    text: 'Which part of the measurement moved?',
    answers: [
      {
        id: 'check',
        label: 'The check: tests, counters, outputs it is judged by',
        example: 'The tests were special-cased, or edited.',
        says: { mechanism: 'reward_hacking', brokenLink: 'spec_to_reward' },
      },
      {
        id: 'learned_reward',
        label: 'A learned reward, far from the data it was fitted to',
        example: 'The reward model likes the summaries more and more, people less and less.',
        says: { mechanism: 'learned_reward_exploitation', brokenLink: 'spec_to_reward' },
      },
      {
        id: 'judge',
        label: 'The eyes of a judge, person or model',
        example: 'From the camera the hand seems to hold the ball.',
        says: { mechanism: 'evaluator_exploitation', brokenLink: 'spec_to_reward' },
      },
      {
        id: 'channel',
        label: 'The reward channel itself',
        example: 'It wrote to the file from which its reward is read.',
        says: { mechanism: 'reward_tampering', brokenLink: 'spec_to_reward' },
      },
    ],
    unsure: { says: { mechanism: 'reward_hacking', brokenLink: 'spec_to_reward' } },
  },
  beside: {
    text: 'What did the measure leave out?',
    answers: [
      {
        id: 'approval',
        label: 'The truth: it pleases whoever rates it',
        example: 'Praise for poor ideas earned more thumbs-up than honest words.',
        says: { mechanism: 'sycophancy', brokenLink: 'spec_to_reward' },
      },
      {
        id: 'value',
        label: 'Something else that people value',
        example: 'Cost stood for need, and less had been spent on some.',
        says: { mechanism: 'proxy_overoptimization', brokenLink: 'intent_to_spec' },
      },
    ],
    unsure: { says: { mechanism: 'proxy_overoptimization' } },
  },
  competent: {
    text: 'Is it still competent in the new situation?',
    answers: [
      {
        id: 'competently_wrong',
        label: 'Yes: competently wrong',
        example: 'It skilfully runs past the moved coin to the end of the level.',
        says: { misalignmentType: 'goal_misgeneralization' },
        next: 'cue',
      },
      {
        id: 'just_worse',
        label: 'No: just worse',
        example: 'On another dialect it guesses.',
        says: { misalignmentType: 'undetermined', mechanism: 'distribution_shift' },
        next: 'shift',
      },
    ],
    unsure: { says: { misalignmentType: 'undetermined', mechanism: 'distribution_shift' } },
  },
  cue: {
    text: 'Was a spurious cue found that it follows?',
    answers: [
      {
        id: 'cue_found',
        label: 'Yes, it reads something beside the point',
        example: 'A ruler in the picture means "malignant".',
        says: { mechanism: 'shortcut_learning' },
      },
      {
        id: 'no_cue',
        label: 'No, it pursues a goal that used to fit',
        example: 'The right end, where the coin used to lie.',
        says: { mechanism: 'distribution_shift' },
      },
    ],
    unsure: { says: { mechanism: 'distribution_shift' } },
  },
  shift: {
    text: 'What is new about the situation?',
    answers: [
      {
        id: 'novel',
        label: 'It has never met the like',
        example: 'A product that did not exist in its training.',
        says: { shiftKind: 'novel_situation' },
      },
      {
        id: 'adversarial',
        label: 'Somebody made it to mislead',
        example: 'A hidden instruction in a web page.',
        says: { shiftKind: 'adversarial_input' },
      },
      {
        id: 'edge',
        label: 'A rare corner of what it knows',
        example: 'A name of one letter.',
        says: { shiftKind: 'edge_case' },
      },
      {
        id: 'no_answer',
        label: 'There is no clear answer',
        example: 'Two values that cannot both be served.',
        says: { shiftKind: 'no_clear_answer' },
      },
      {
        id: 'other_ai',
        label: 'It meets other AI systems',
        example: 'Two pricing agents react to each other.',
        says: { shiftKind: 'ai_interaction' },
      },
    ],
    unsure: {},
  },
  observed: {
    text: 'Does it change when it is observed?',
    answers: [
      {
        id: 'yes_shown',
        label: 'Yes, and there is evidence',
        example: 'Its own notes say that it complies to keep its values.',
        says: { mechanism: 'deceptive_alignment' },
      },
      {
        id: 'no_learned',
        label: 'No, and there is evidence of a learned objective',
        example: 'In every setting it seeks the exit, whatever is rewarded.',
        says: { mechanism: 'mesa_optimization' },
      },
    ],
    unsure: { says: { mechanism: 'undetermined' } },
  },
  goodhart: {
    text: 'How do the proxy and the intent come apart?',
    answers: [
      {
        id: 'acted_on',
        label: 'Somebody or something acts on the measure',
        example: 'The agent edits the check; sellers buy reviews.',
        says: { goodhartMode: 'adversarial' },
      },
      {
        id: 'not_a_cause',
        label: 'Raising it by hand would not raise the intent',
        example: 'More rulers in pictures make nobody ill.',
        says: { goodhartMode: 'causal' },
      },
      {
        id: 'broke_beyond',
        label: 'It held in the usual range and broke beyond',
        example: 'Past a point the reward rose on, and people liked it less.',
        says: { goodhartMode: 'extremal' },
      },
      {
        id: 'noise',
        label: 'The difference was always there; choosing the top shows it',
        example: 'The costliest are not the sickest, and only the costliest are picked.',
        says: { goodhartMode: 'regressional' },
      },
    ],
    unsure: { says: { goodhartMode: 'undetermined' } },
  },
};

import type { LogDraft } from './log-draft.js';

/** A pattern that many incidents follow: sentences to finish, and the labels it suggests. */
export interface LogTemplate {
  name: string;
  fill: Partial<LogDraft>;
}

const suggested = <V extends string>(value: V) => [
  {
    value,
    certainty: 'potential' as const,
    provenance: 'rule' as const,
    rationale: 'From the template it began with.',
  },
];

export const logTemplates: readonly LogTemplate[] = [
  {
    name: 'Metric gamed',
    fill: {
      intendedGoal: 'What the metric was meant to stand for: ',
      specifiedObjective: 'The metric that is optimised: ',
      observedBehaviour: 'It rose without the intent, by doing: ',
      labels: { misalignmentType: suggested('outer'), mechanism: suggested('specification_gaming') },
    },
  },
  {
    name: 'Wrong goal in new setting',
    fill: {
      intendedGoal: 'What it should have pursued: ',
      specifiedObjective: 'What it was trained on: ',
      observedBehaviour: 'In the new setting it competently pursued: ',
      labels: {
        misalignmentType: suggested('goal_misgeneralization'),
        mechanism: suggested('shortcut_learning'),
      },
    },
  },
  {
    name: 'Pleases the user',
    fill: {
      intendedGoal: 'The honest or helpful answer would have been: ',
      specifiedObjective: 'It is rewarded for: ',
      observedBehaviour: 'Instead it agreed, flattered or gave in: ',
      labels: { misalignmentType: suggested('outer'), mechanism: suggested('sycophancy') },
    },
  },
];

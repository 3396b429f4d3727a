import type { GuideLabels } from './guide-outcome.js';

export const questionIds = [
  'number',
  'part',
  'condition',
  'means',
  'moved',
  'beside',
  'competent',
  'cue',
  'shift',
  'observed',
  'goodhart',
] as const;
export type QuestionId = (typeof questionIds)[number];

/** One answer to a question of the guide. */
export interface GuideAnswer {
  /** Stable, for the record: `unintended_way`. */
  id: string;
  label: string;
  /** What it looks like, in one case. */
  example: string;
  /** What it says about the classification. */
  says?: Partial<GuideLabels>;
  /** Where it leads; without it the guide goes to its last question. */
  next?: QuestionId | 'bug';
}

export interface GuideQuestion {
  text: string;
  /** Digits pick them, in this order. "Not sure" is always one more. */
  answers: readonly GuideAnswer[];
  /** What "not sure" leads to. */
  unsure: { says?: Partial<GuideLabels>; next?: QuestionId };
}

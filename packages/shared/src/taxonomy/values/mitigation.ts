/** Mitigations and NIST AI RMF assessments: value -> our short label. */

export const mitigationStage = {
  specification: 'Specification',
  training: 'Training',
  post_training: 'Post-training',
  runtime: 'Runtime',
  organisational: 'Organisational',
} as const;
export type MitigationStage = keyof typeof mitigationStage;

export const mitigationStatus = {
  proposed: 'Proposed',
  planned: 'Planned',
  active: 'Active',
  verified: 'Verified',
  ineffective: 'Ineffective',
  retired: 'Retired',
} as const;
export type MitigationStatus = keyof typeof mitigationStatus;

export const mitigationFailureMode = {
  brittle: 'Brittle',
  shallow: 'Shallow',
  does_not_scale: 'Does not scale',
  conflicts: 'Conflicts with another goal',
  gamed: 'Gamed',
} as const;
export type MitigationFailureMode = keyof typeof mitigationFailureMode;

export const costRating = { low: 'Low', medium: 'Medium', high: 'High' } as const;
export type CostRating = keyof typeof costRating;

export const robustnessRating = { weak: 'Weak', moderate: 'Moderate', strong: 'Strong' } as const;
export type RobustnessRating = keyof typeof robustnessRating;

export const rmfAssessment = {
  gap: 'Gap',
  failed_control: 'Failed control',
  worked: 'Worked',
  improvement: 'Improvement',
} as const;
export type RmfAssessment = keyof typeof rmfAssessment;

export const rmfStatementState = {
  not_started: 'Not started',
  in_progress: 'In progress',
  in_place: 'In place',
  not_applicable: 'Not applicable',
} as const;
export type RmfStatementState = keyof typeof rmfStatementState;

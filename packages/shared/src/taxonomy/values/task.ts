/** Tasks: value -> our short label. */

export const taskState = {
  open: 'Open',
  done: 'Done',
  dropped: 'Dropped',
} as const;
export type TaskState = keyof typeof taskState;

/** Why a rule filed a task. */
export const taskReason = {
  audit_overdue: 'An audit is overdue',
  recheck_due: 'A closed incident is to be looked at again',
} as const;
export type TaskReason = keyof typeof taskReason;

/** What a task can be about. */
export const taskSubject = {
  incident: 'Incident',
  system: 'System',
  pair: 'Watched pair',
  mitigation: 'Mitigation',
  rmf: 'NIST AI RMF subcategory',
} as const;
export type TaskSubject = keyof typeof taskSubject;

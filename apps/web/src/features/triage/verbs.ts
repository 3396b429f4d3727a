/** What a person can do with an incident that waits, in the order of the bar. */
export type Verb = 'accept' | 'duplicate' | 'decline' | 'snooze' | 'assign' | 'severity' | 'type' | 'rmf';

export interface VerbWords {
  label: string;
  keys: string;
  /** It decides: the incident leaves the queue. */
  decides: boolean;
}

/** Few, exhaustive verbs, one key each. */
export const verbs: Readonly<Record<Verb, VerbWords>> = {
  accept: { label: 'Accept', keys: '1', decides: true },
  duplicate: { label: 'Duplicate', keys: '2', decides: true },
  decline: { label: 'Decline', keys: '3', decides: true },
  snooze: { label: 'Snooze', keys: 'h', decides: true },
  assign: { label: 'Assign', keys: 'a', decides: false },
  severity: { label: 'Set severity', keys: 'p', decides: false },
  type: { label: 'Classify, step by step', keys: 't', decides: false },
  rmf: { label: 'Assess NIST AI RMF', keys: 'b', decides: false },
};

/** Those with a button; the rest has a key beside what it changes. */
export const barVerbs = [
  'accept',
  'duplicate',
  'decline',
  'snooze',
  'assign',
] as const satisfies readonly Verb[];

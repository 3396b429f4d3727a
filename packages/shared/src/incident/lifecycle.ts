import type { IncidentVerb } from '../contract/incident-move.js';
import type { IncidentStatus, Substatus, TriageState } from '../taxonomy/values/incident.js';

/** Where an incident is in its life, as stored. Only accepted ones have a status and a substatus. */
export interface LifeState {
  triageState: TriageState;
  status: IncidentStatus | null;
  substatus: Substatus | null;
}

/** The one visible state word: the triage state until it is accepted, then the status. */
export type LifeStage = Exclude<TriageState, 'accepted'> | IncidentStatus;

interface Move {
  from: readonly LifeStage[];
  /** Where it leads; null stays. */
  to: LifeStage | null;
  /** What the substatus becomes where the goal has one; a function sees the one before. */
  substatus: Substatus | ((before: Substatus | null) => Substatus);
  /** What the button says. */
  label: string;
}

const working = ['open', 'investigating', 'mitigating', 'monitoring'] as const;
/** Work on it makes a new one ongoing; an escalating or regressed one stays so until it settles. */
const worked = (before: Substatus | null): Substatus =>
  before === 'new' || before === null ? 'ongoing' : before;

/** Every move there is. What is not here is not possible. */
export const moves: Readonly<Record<IncidentVerb, Move>> = {
  accept: { from: ['pending', 'snoozed'], to: 'open', substatus: 'new', label: 'Accept' },
  decline: { from: ['pending', 'snoozed', ...working], to: 'declined', substatus: 'new', label: 'Decline' },
  snooze: { from: ['pending', 'snoozed'], to: 'snoozed', substatus: 'new', label: 'Snooze' },
  wake: { from: ['snoozed'], to: 'pending', substatus: 'new', label: 'Wake' },
  mark_duplicate: {
    from: ['pending', 'snoozed', ...working, 'resolved'],
    to: 'duplicate',
    substatus: 'new',
    label: 'Mark as duplicate',
  },
  reconsider: {
    from: ['declined', 'duplicate', 'open'],
    to: 'pending',
    substatus: 'new',
    label: 'Back to triage',
  },
  investigate: {
    from: ['open', 'mitigating', 'monitoring'],
    to: 'investigating',
    substatus: worked,
    label: 'Investigate',
  },
  mitigate: {
    from: ['open', 'investigating', 'monitoring'],
    to: 'mitigating',
    substatus: worked,
    label: 'Start mitigating',
  },
  monitor: {
    from: ['open', 'investigating', 'mitigating'],
    to: 'monitoring',
    substatus: worked,
    label: 'Move to monitoring',
  },
  escalate: { from: working, to: null, substatus: 'escalating', label: 'Escalate' },
  settle: { from: working, to: null, substatus: 'ongoing', label: 'Settle' },
  resolve: { from: working, to: 'resolved', substatus: worked, label: 'Resolve' },
  close: { from: ['resolved'], to: 'closed', substatus: worked, label: 'Close' },
  reopen: { from: ['resolved', 'closed'], to: 'investigating', substatus: 'regressed', label: 'Reopen' },
};

const statuses: readonly string[] = [...working, 'resolved', 'closed'];

/** @returns the one word for a state */
export function stageOf(state: LifeState): LifeStage {
  return state.triageState === 'accepted' ? state.status! : state.triageState;
}

/** @returns the verbs that are possible now, in the order of the table */
export function movesFrom(state: LifeState): IncidentVerb[] {
  const stage = stageOf(state);
  return (Object.keys(moves) as IncidentVerb[]).filter((verb) => {
    if (!moves[verb].from.includes(stage)) return false;
    if (verb === 'escalate') return state.substatus !== 'escalating';
    return verb !== 'settle' || state.substatus === 'escalating' || state.substatus === 'regressed';
  });
}

/** Takes a move. @returns the state after it, or null when the move is not possible from here */
export function move(state: LifeState, verb: IncidentVerb): LifeState | null {
  if (!movesFrom(state).includes(verb)) return null;
  const { to, substatus } = moves[verb];
  const stage = to ?? stageOf(state);
  if (!statuses.includes(stage)) {
    return { triageState: stage as TriageState, status: null, substatus: null };
  }
  return {
    triageState: 'accepted',
    status: stage as IncidentStatus,
    substatus: typeof substatus === 'function' ? substatus(state.substatus) : substatus,
  };
}

import type { Incident } from '@plumbline/shared/contract/incident-record';
import { stageOf, type LifeState } from '@plumbline/shared/incident/lifecycle';

/** Field of the record -> column, for all that a move may change: what an undo puts back. */
const lifeColumns = {
  triageState: 'triage_state',
  status: 'status',
  substatus: 'substatus',
  declineReason: 'decline_reason',
  decisionNote: 'decision_note',
  snoozedUntil: 'snoozed_until',
  snoozeEnvironment: 'snooze_environment',
  snoozeCount: 'snooze_count',
  resolution: 'resolution',
  residualRisk: 'residual_risk',
  recheckOn: 'recheck_on',
  acceptedAt: 'accepted_at',
  mitigatedAt: 'mitigated_at',
  resolvedAt: 'resolved_at',
  closedAt: 'closed_at',
} as const;
type LifeField = keyof typeof lifeColumns;

/** Where an incident is in its life, whole, as the record of what happened keeps it before and after a move. */
export type Life = Pick<Incident, LifeField | 'duplicateOf'>;

export function lifeOf(incident: Incident): Life {
  const fields = Object.keys(lifeColumns) as LifeField[];
  const life = Object.fromEntries(fields.map((field) => [field, incident[field]]));
  return { ...life, duplicateOf: incident.duplicateOf } as Life;
}

/** @returns column -> value for a life, without the original of a duplicate, which is stored by id */
export function columnsOfLife(life: Partial<Life>): Record<string, unknown> {
  const fields = (Object.keys(lifeColumns) as LifeField[]).filter((field) => life[field] !== undefined);
  return Object.fromEntries(fields.map((field) => [lifeColumns[field], life[field]]));
}

/** Whether alerts of its kind join it. */
export function isOpen(state: LifeState): boolean {
  return !['declined', 'duplicate', 'resolved', 'closed'].includes(stageOf(state));
}

import type { IncidentEdit, NewIncident } from '@plumbline/shared/contract/incident-edit';
import type { NewLabels } from '@plumbline/shared/contract/incident-label';
import type { Incident } from '@plumbline/shared/contract/incident-record';
import { type Escalation, escalationOf, reaches } from '@plumbline/shared/incident/escalation';
import type { ActivityService } from '../activity/activity.service.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';

/** What the rule added to a write, by name of the field. */
export interface Escalated {
  reason: string;
  changes: Partial<Pick<IncidentEdit, 'severity' | 'severityReason' | 'visibility' | 'visibleTo'>>;
}

type Sign = { facet: string; value: string };

/** Adds to a new incident what the rule asks for and the writer has not said. */
export function escalatedLog(given: NewIncident): { given: NewIncident; escalation: Escalated | null } {
  const asked = escalationOf(signsOf(given.labels ?? {}), given.recordKind ?? 'incident');
  if (!asked) return { given, escalation: null };
  const changes = {
    ...(given.severity === undefined ? { severity: asked.severity, severityReason: asked.reason } : {}),
    ...(given.visibility === undefined ? { visibility: asked.visibility } : {}),
  };
  return { given: { ...given, ...changes }, escalation: escalated(asked, changes) };
}

/** The same for an edit that brings the first sign; what a person has decided before about these fields stays undone. */
export function escalatedEdit(
  caller: MemberCaller,
  before: Incident,
  given: IncidentEdit,
): { given: IncidentEdit; escalation: Escalated | null } {
  const kind = given.recordKind ?? before.recordKind;
  const kept = before.labels.filter(({ facet }) => !given.labels?.[facet]);
  const asked = escalationOf([...kept, ...signsOf(given.labels ?? {})], kind);
  if (!asked || escalationOf(before.labels, before.recordKind)) return { given, escalation: null };
  const raise = given.severity === undefined && !reaches(before.severity, asked.severity);
  const restrict = given.visibility === undefined && before.visibility === 'workspace';
  const changes = {
    ...(raise ? { severity: asked.severity, severityReason: asked.reason } : {}),
    ...(restrict ? { visibility: asked.visibility, visibleTo: withCaller(caller, before) } : {}),
  };
  return { given: { ...given, ...changes }, escalation: escalated(asked, changes) };
}

/** Writes into the record that a rule did this, and which. */
export async function recordEscalation(
  activity: ActivityService,
  caller: MemberCaller,
  incident: Incident,
  escalation: Escalated | null,
): Promise<void> {
  if (!escalation) return;
  await activity.record(
    {
      workspaceId: caller.workspaceId,
      actor: { kind: 'system', id: null, name: 'Plumbline' },
      requestId: caller.requestId,
    },
    {
      verb: 'incident.escalated_by_rule',
      subjectKind: 'incident',
      subjectId: incident.id,
      payload: {
        key: incident.key,
        rule: 'power_seeking_or_deception',
        note: escalation.reason,
        ...escalation,
      },
    },
  );
}

function escalated({ reason }: Escalation, changes: Escalated['changes']): Escalated | null {
  return Object.keys(changes).length > 0 ? { reason, changes } : null;
}

function signsOf(labels: NewLabels): Sign[] {
  return Object.entries(labels).flatMap(([facet, given]) =>
    (given ?? []).map(({ value }) => ({ facet, value })),
  );
}

/** Whoever brings the sign keeps seeing it. */
function withCaller({ personId }: MemberCaller, { visibleTo }: Incident): string[] {
  return personId === null || visibleTo.includes(personId) ? visibleTo : [...visibleTo, personId];
}

import { stageOf } from '@plumbline/shared/incident/lifecycle';
import { incidentStatus } from '@plumbline/shared/taxonomy/values/incident';
import { Stepper } from '../../ui/stepper.js';
import { shortDayOf } from '../../ui/time-words.js';
import type { Incident } from './incident-queries.js';
import { StateWord } from './incident-words.js';

/** The six stages of an accepted incident; anything else is one word. */
export function IncidentStepper({ incident }: { incident: Incident }) {
  if (incident.triageState !== 'accepted') return <StateLine incident={incident} />;
  const reached: Record<string, string | null> = {
    open: incident.acceptedAt,
    monitoring: incident.mitigatedAt,
    resolved: incident.resolvedAt,
    closed: incident.closedAt,
  };
  const steps = Object.entries(incidentStatus).map(([id, label]) => ({
    id,
    label,
    at: reached[id] ? shortDayOf(reached[id]) : null,
  }));
  return <Stepper label="Life of this incident" steps={steps} current={stageOf(incident)} />;
}

function StateLine({ incident }: { incident: Incident }) {
  const { triageState, declineReason, snoozedUntil, duplicateOf } = incident;
  const more = {
    declined: declineReason ? `: ${declineReason.replaceAll('_', ' ')}` : '',
    snoozed: snoozedUntil ? ` until ${shortDayOf(snoozedUntil)}` : '',
    duplicate: duplicateOf ? ` of ${duplicateOf}` : '',
    pending: ': waits in triage for somebody to decide',
    accepted: '',
  }[triageState];
  return (
    <p>
      <StateWord of={incident} />
      {more}
    </p>
  );
}

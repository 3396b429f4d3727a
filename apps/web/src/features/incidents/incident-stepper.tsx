import { stageOf } from '@plumbline/shared/incident/lifecycle';
import { declineReason, incidentStatus } from '@plumbline/shared/taxonomy/values/incident';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Stepper } from '../../ui/stepper.js';
import { shortDayOf } from '../../ui/time-words.js';
import type { Incident } from './incident-queries.js';
import { StateWord } from './incident-words.js';
import { activityQuery } from './talk-queries.js';

interface Props {
  workspace: string;
  incident: Incident;
}

/** The six stages of an accepted incident with the day each was reached; anything else is one word and its reason. */
export function IncidentStepper({ workspace, incident }: Props) {
  const { data } = useInfiniteQuery(activityQuery(workspace, incident.key));
  if (incident.triageState !== 'accepted') return <StateLine workspace={workspace} incident={incident} />;
  const begun = (verb: string): string | null =>
    data?.pages.flatMap(({ items }) => items).find((entry) => entry.verb === `incident.${verb}`)?.at ?? null;
  const reached: Record<string, string | null> = {
    open: incident.acceptedAt,
    investigating: begun('investigate'),
    mitigating: begun('mitigate'),
    monitoring: begun('monitor') ?? incident.mitigatedAt,
    resolved: incident.resolvedAt,
    closed: incident.closedAt,
  };
  const stages = Object.keys(incidentStatus);
  const current = stages.indexOf(stageOf(incident));
  const steps = Object.entries(incidentStatus).map(([id, label], index) => ({
    id,
    label,
    at: index <= current && reached[id] ? shortDayOf(reached[id]) : null,
  }));
  const { substatus } = incident;
  return (
    <div>
      <Stepper label="Life of this incident" steps={steps} current={stageOf(incident)} />
      {(substatus === 'escalating' || substatus === 'regressed') && (
        <p>
          <StateWord of={incident} />
        </p>
      )}
    </div>
  );
}

function StateLine({ workspace, incident }: Props) {
  const { triageState, declineReason: why, snoozedUntil, duplicateOf, decisionNote } = incident;
  return (
    <p>
      <StateWord of={incident} />
      {triageState === 'pending' && ': waits in triage for somebody to decide'}
      {why && `: ${declineReason[why].toLowerCase()}`}
      {snoozedUntil && ` until ${shortDayOf(snoozedUntil)}`}
      {duplicateOf && (
        <>
          {' of '}
          <Link to="/w/$workspace/incidents/$key" params={{ workspace, key: duplicateOf }}>
            {duplicateOf}
          </Link>
        </>
      )}
      {triageState !== 'pending' && decisionNote && `. ${decisionNote}`}
    </p>
  );
}

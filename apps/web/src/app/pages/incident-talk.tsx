import { useQuery } from '@tanstack/react-query';
import { IncidentAlerts } from '../../features/incidents/alerts.js';
import { Comments } from '../../features/incidents/comments.js';
import { EvidenceList } from '../../features/incidents/evidence.js';
import type { Incident } from '../../features/incidents/incident-queries.js';
import { Timeline } from '../../features/incidents/timeline.js';
import { filterOptionsQuery } from '../filter-options.js';

/** What tools sent, what supports it, what people said, and what happened since. */
export function IncidentTalk({ workspace, incident }: { workspace: string; incident: Incident }) {
  const here = { workspace, incident };
  const people = useQuery(filterOptionsQuery(workspace)).data?.people ?? [];
  return (
    <>
      <IncidentAlerts {...here} />
      <EvidenceList {...here} />
      <Comments {...here} people={people} />
      <Timeline workspace={workspace} incidentKey={incident.key} />
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Classification } from '../../features/incidents/classification.js';
import { Comments } from '../../features/incidents/comments.js';
import { EvidenceList } from '../../features/incidents/evidence.js';
import { IncidentDates } from '../../features/incidents/incident-dates.js';
import { IncidentMoves } from '../../features/incidents/incident-moves.js';
import { type Incident, incidentQuery } from '../../features/incidents/incident-queries.js';
import { IncidentSystems } from '../../features/incidents/incident-systems.js';
import { IncidentView } from '../../features/incidents/incident-view.js';
import { LinkedIncidents, SimilarIncidents } from '../../features/incidents/related.js';
import { Timeline } from '../../features/incidents/timeline.js';
import { useEditIncident } from '../../features/incidents/use-edit-incident.js';
import { CopyButton } from '../../ui/copy-button.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { filterOptionsQuery } from '../filter-options.js';

/** One incident: the page where its truth stands and its life is led. */
export function IncidentPage() {
  const { workspace, key } = useParams({ strict: false }) as { workspace: string; key: string };
  const incident = useQuery(incidentQuery(workspace, key.toUpperCase()));
  return (
    <QueryView of={incident} whoCanGrant="Its owner, its team or an administrator can show it to you.">
      {(it) => <Loaded key={it.id} workspace={workspace} incident={it} />}
    </QueryView>
  );
}

function Loaded({ workspace, incident }: { workspace: string; incident: Incident }) {
  const editing = useEditIncident(workspace, incident);
  const options = useQuery(filterOptionsQuery(workspace)).data;
  const here = { workspace, incident };
  return (
    <Page
      title={
        <>
          <Link to="/w/$workspace/incidents" params={{ workspace }}>
            Incidents
          </Link>{' '}
          / {incident.key}
        </>
      }
      windowTitle={`${incident.key} ${incident.title}`}
      actions={
        <>
          <CopyButton variant="bare" text={location.href}>
            Copy link
          </CopyButton>
          <IncidentMoves {...here} />
        </>
      }
      side={
        <>
          <Classification incident={incident} editing={editing} />
          <IncidentSystems
            incident={incident}
            editing={editing}
            systems={options?.systems ?? []}
            metrics={options?.metrics ?? []}
          />
          <IncidentDates incident={incident} editing={editing} />
          <SimilarIncidents {...here} />
          <LinkedIncidents {...here} />
        </>
      }
    >
      <IncidentView
        incident={incident}
        editing={editing}
        people={options?.people ?? []}
        teams={options?.teams ?? []}
      />
      <EvidenceList {...here} />
      <Comments {...here} />
      <Timeline workspace={workspace} incidentKey={incident.key} />
    </Page>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams, useSearch } from '@tanstack/react-router';
import { Classification } from '../../features/incidents/classification.js';
import { IncidentAbout } from '../../features/incidents/incident-about.js';
import { IncidentDates } from '../../features/incidents/incident-dates.js';
import { IncidentElsewhere } from '../../features/incidents/incident-elsewhere.js';
import { IncidentHarm } from '../../features/incidents/incident-harm.js';
import { AlsoHere } from '../../features/incidents/also-here.js';
import { IncidentMoves } from '../../features/incidents/incident-moves.js';
import { type Incident, incidentQuery } from '../../features/incidents/incident-queries.js';
import { IncidentSkeleton } from '../../features/incidents/incident-skeleton.js';
import { IncidentView } from '../../features/incidents/incident-view.js';
import { MergedNote } from '../../features/incidents/merged-note.js';
import { LinkedIncidents, SimilarIncidents } from '../../features/incidents/related.js';
import { IncidentMitigations } from '../../features/mitigations/incident-mitigations.js';
import { useSession } from '../../features/people/people-queries.js';
import { IncidentTasks } from '../../features/tasks/incident-tasks.js';
import { FollowButton } from '../../features/notifications/follow-button.js';
import { IncidentRmf } from '../../features/rmf/incident-rmf.js';
import { useEditIncident } from '../../features/incidents/use-edit-incident.js';
import { CopyButton } from '../../ui/copy-button.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { Page } from '../../ui/page.js';
import { ErrorState } from '../../ui/states.js';
import { filterOptionsQuery } from '../filter-options.js';
import styles from './incident-page.module.css';

const IncidentChart = lazyPart(() => import('./incident-chart.js').then((m) => m.IncidentChart));
// Stands below what is read first.
const IncidentClocks = lazyPart(() =>
  import('../../features/duties/incident-clocks.js').then((m) => m.IncidentClocks),
);
const IncidentTalk = lazyPart(() => import('./incident-talk.js').then((m) => m.IncidentTalk));

/** One incident: the page where its truth stands and its life is led. */
export function IncidentPage() {
  const params = useParams({ strict: false }) as { workspace: string; key: string };
  const { workspace } = params;
  const key = params.key.toUpperCase();
  const { itself } = useSearch({ strict: false }) as { itself?: boolean };
  const incident = useQuery(incidentQuery(workspace, key));
  const original = incident.data?.duplicateOf;
  if (original && !itself)
    return (
      <Navigate
        to="/w/$workspace/incidents/$key"
        params={{ workspace, key: original }}
        search={{ merged: key }}
        replace
      />
    );
  if (incident.data) return <Loaded key={incident.data.id} workspace={workspace} incident={incident.data} />;
  return (
    <Page title={<Crumbs workspace={workspace} incidentKey={key} />} windowTitle={key}>
      {incident.error ? (
        <ErrorState
          error={incident.error}
          onRetry={() => void incident.refetch()}
          whoCanGrant={`If ${key} is restricted, its owner, its team or an administrator can open it to you.`}
        />
      ) : (
        <IncidentSkeleton />
      )}
    </Page>
  );
}

const nothing = { systems: [], metrics: [], teams: [], people: [] };

function Loaded({ workspace, incident }: { workspace: string; incident: Incident }) {
  const editing = useEditIncident(workspace, incident);
  const choices = useQuery(filterOptionsQuery(workspace)).data ?? nothing;
  const me = useSession().data?.person.id;
  const { merged } = useSearch({ strict: false }) as { merged?: string };
  const here = { workspace, incident };
  return (
    <Page
      title={<Crumbs workspace={workspace} incidentKey={incident.key} />}
      windowTitle={`${incident.key} ${incident.title}`}
      actions={
        <>
          <span className={styles.copy}>
            <CopyButton variant="bare" text={location.href}>
              Copy link
            </CopyButton>
          </span>
          <AlsoHere workspace={workspace} incident={incident.key} me={me} />
          <FollowButton workspace={workspace} of={{ incident: incident.key }} name={incident.key} />
          <IncidentMoves {...here} />
        </>
      }
      sideTitle="Details"
      side={
        <>
          <Classification incident={incident} editing={editing} />
          <IncidentAbout {...here} editing={editing} systems={choices.systems} metrics={choices.metrics} />
          <IncidentHarm incident={incident} editing={editing} />
          <IncidentDates incident={incident} editing={editing} />
          <SimilarIncidents {...here} />
          <LinkedIncidents {...here} />
          <IncidentElsewhere incident={incident} editing={editing} />
        </>
      }
    >
      {merged && <MergedNote workspace={workspace} merged={merged} />}
      <IncidentView {...here} editing={editing} choices={choices}>
        {incident.pairs[0] && <IncidentChart workspace={workspace} pair={incident.pairs[0]} />}
        <div className={styles.answers}>
          <IncidentMitigations {...here} people={choices.people} />
          <IncidentRmf {...here} people={choices.people} />
          <IncidentClocks {...here} />
        </div>
        <div className={styles.tasks}>
          <IncidentTasks {...here} people={choices.people} />
        </div>
      </IncidentView>
      <IncidentTalk {...here} />
    </Page>
  );
}

function Crumbs({ workspace, incidentKey }: { workspace: string; incidentKey: string }) {
  return (
    <span className={styles.crumbs}>
      <span className={styles.parent}>
        <Link to="/w/$workspace/incidents" params={{ workspace }}>
          Incidents
        </Link>
        {' / '}
      </span>
      <span className={styles.here}>{incidentKey}</span>
    </span>
  );
}

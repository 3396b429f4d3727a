import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useSession } from '../../features/people/people-queries.js';
import { TriageScreen } from '../../features/triage/triage-screen.js';
import { ButtonLink } from '../../ui/button-link.js';
import { filterOptionsQuery } from '../filter-options.js';
import { useMayDecide } from '../use-may-decide.js';
import { QueueChart } from './queue-chart.js';
import { RowSpark } from './row-spark.js';

/** Empty the queue: one incident after the other, or many alike at once. */
export function TriagePage() {
  const { workspace } = useParams({ strict: false }) as { workspace: string };
  const { at } = useSearch({ strict: false }) as { at?: string };
  const navigate = useNavigate();
  const people = useQuery(filterOptionsQuery(workspace)).data?.people ?? [];
  const me = useSession().data?.person.id;
  return (
    <TriageScreen
      workspace={workspace}
      at={at}
      onAt={(key) =>
        void navigate({
          to: '/w/$workspace/triage',
          params: { workspace },
          search: { at: key },
          replace: true,
        })
      }
      onOpen={(key) => void navigate({ to: '/w/$workspace/incidents/$key', params: { workspace, key } })}
      people={people}
      me={me}
      whyNot={useMayDecide()}
      actions={
        <ButtonLink keys="c" to="/w/$workspace/log" params={{ workspace }}>
          Log incident
        </ButtonLink>
      }
      spark={(pairId) => <RowSpark workspace={workspace} pairId={pairId} />}
      chart={(pair) => <QueueChart workspace={workspace} pairId={pair.id} />}
    />
  );
}

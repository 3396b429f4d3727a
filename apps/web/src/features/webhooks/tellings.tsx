import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { tellingState, webhookEvent, type WebhookEvent } from '@plumbline/shared/taxonomy/values/webhook';
import { Button } from '../../ui/button.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Section } from '../../ui/section.js';
import { EmptyState } from '../../ui/states.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { type Telling, tellingsQuery, useWebhookMoves, type Webhook } from './webhooks-queries.js';
import styles from './webhooks.module.css';

interface Props {
  workspace: string;
  webhook: Webhook;
}

/** What was told, as it goes out: how it went, when it is tried again, what was given up. */
export function Tellings({ workspace, webhook }: Props) {
  const tellings = useQuery(tellingsQuery(workspace, webhook.id));
  const { replay } = useWebhookMoves(webhook.id);
  const again = (telling: string): void =>
    replay.mutate(telling, { onSuccess: () => void toast('It is sent once more.'), onError: toastFailure });
  const why = webhook.enabled ? null : 'Turn it on first.';
  return (
    <Section title="Deliveries" meta="as they go out">
      <QueryView of={tellings}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Nothing has been told yet">
              As soon as something happens that it wants to hear of, it stands here. Test sends a word now.
            </EmptyState>
          ) : (
            <DataTable
              label="Deliveries"
              columns={columnsOf(workspace, again, why)}
              rows={items}
              rowKey={({ id }) => id}
            />
          )
        }
      </QueryView>
    </Section>
  );
}

function howItWent({ state, attempts, lastStatus, problem, nextAt }: Telling) {
  const tries = attempts === 1 ? '1 try' : `${attempts} tries`;
  if (state === 'delivered') return `${tellingState.delivered}, answered ${lastStatus}, ${tries}`;
  if (state === 'dead') return problem || tellingState.dead;
  if (attempts === 0) return 'On its way';
  return (
    <>
      {problem || 'Failed'}; {tries}, next <RelativeTime at={nextAt!} suffix />
    </>
  );
}

const columnsOf = (
  workspace: string,
  onAgain: (id: string) => void,
  why: string | null,
): Column<Telling>[] => [
  {
    id: 'at',
    head: 'When',
    width: '110px',
    cell: ({ createdAt }) => <RelativeTime at={createdAt} suffix />,
  },
  {
    id: 'event',
    head: 'What',
    width: '220px',
    phone: 'first',
    cell: ({ event }) => (event === 'test' ? 'Test' : (webhookEvent[event as WebhookEvent] ?? event)),
  },
  {
    id: 'incident',
    head: 'Incident',
    width: '90px',
    cell: ({ incident }) =>
      incident && (
        <Link className={styles.link} to="/w/$workspace/incidents/$key" params={{ workspace, key: incident }}>
          {incident}
        </Link>
      ),
  },
  { id: 'how', head: 'How it went', phone: 'first', cell: howItWent },
  {
    id: 'again',
    head: <span className="visually-hidden">Actions</span>,
    width: '110px',
    phone: 'first',
    cell: ({ id, state, incident }) =>
      state === 'waiting' ? null : (
        <Button
          variant="bare"
          aria-label={`Send again: ${incident ?? 'test'}`}
          disabledReason={why}
          onClick={() => onAgain(id)}
        >
          Send again
        </Button>
      ),
  },
];

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { webhookKind } from '@plumbline/shared/taxonomy/values/webhook';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { QueryView } from '../../ui/query-view.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Section } from '../../ui/section.js';
import { EmptyState } from '../../ui/states.js';
import { type Webhook, webhooksQuery } from './webhooks-queries.js';

const WebhookForm = lazyPart(() => import('./webhook-form.js').then((m) => m.AddWebhook));

interface Props {
  workspace: string;
  onOpen: (webhook: Webhook) => void;
}

/** Who is told of what happens here. */
export function Webhooks({ workspace, onOpen }: Props) {
  const webhooks = useQuery(webhooksQuery(workspace));
  const [adding, setAdding] = useState(false);
  const add = (
    <Button variant="primary" icon="plus" onClick={() => setAdding(true)}>
      Add webhook
    </Button>
  );
  return (
    <Section title="Webhooks" meta={webhooks.data?.items.length ? add : null}>
      <QueryView of={webhooks} whoCanGrant="Webhooks are for administrators.">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Nobody is told yet" action={add}>
              A webhook tells a ticket desk, a Slack channel or PagerDuty what happens to incidents. Those
              that not everybody here may see are never sent.
            </EmptyState>
          ) : (
            <DataTable
              label="Webhooks"
              columns={columnsOf(workspace)}
              rows={items}
              rowKey={({ id }) => id}
              onRowClick={onOpen}
            />
          )
        }
      </QueryView>
      {adding && <WebhookForm workspace={workspace} onAdded={onOpen} onClose={() => setAdding(false)} />}
    </Section>
  );
}

/** One word or sentence: does it arrive? */
export function webhookState({ enabled, waiting, dead }: Webhook): string {
  if (!enabled) return 'off';
  if (dead > 0) return `${dead} given up`;
  return waiting > 0 ? `${waiting} waiting` : 'well';
}

const columnsOf = (workspace: string): Column<Webhook>[] => [
  {
    id: 'name',
    head: 'Name',
    phone: 'first',
    cell: ({ id, name }) => (
      <Link to="/w/$workspace/settings/webhooks/$webhook" params={{ workspace, webhook: id }}>
        {name}
      </Link>
    ),
  },
  { id: 'kind', head: 'Kind', width: '150px', cell: ({ kind }) => webhookKind[kind] },
  {
    id: 'last',
    head: 'Last delivered',
    width: '130px',
    cell: ({ lastDeliveredAt }) =>
      lastDeliveredAt ? <RelativeTime at={lastDeliveredAt} suffix /> : 'nothing yet',
  },
  { id: 'state', head: 'State', width: '130px', cell: webhookState },
];

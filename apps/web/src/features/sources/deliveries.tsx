import { useQuery } from '@tanstack/react-query';
import { deliveryOutcome } from '@plumbline/shared/taxonomy/values/tool';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { QueryView } from '../../ui/query-view.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Section } from '../../ui/section.js';
import { EmptyState } from '../../ui/states.js';
import { deliveriesQuery, type Delivery, type Source } from './sources-queries.js';
import styles from './sources.module.css';

const DeliveryDrawer = lazyPart(() => import('./delivery-drawer.js').then((m) => m.DeliveryDrawer));

/** The last deliveries as they come in: status, what each was understood as, what was wrong. */
export function Deliveries({ workspace, source }: { workspace: string; source: Source }) {
  const deliveries = useQuery(deliveriesQuery(workspace, source.id));
  const [open, setOpen] = useState<Delivery | null>(null);
  return (
    <Section title="Last deliveries" meta="as they come in">
      <QueryView of={deliveries}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Nothing has come yet">
              As soon as the tool sends something it stands here, with what it was understood as.
            </EmptyState>
          ) : (
            <DataTable
              label="Last deliveries"
              columns={columnsOf(setOpen)}
              rows={items}
              rowKey={({ id }) => id}
              activeKey={open?.id}
              onRowClick={setOpen}
            />
          )
        }
      </QueryView>
      {open && (
        <DeliveryDrawer
          workspace={workspace}
          source={source}
          delivery={open}
          onOpen={setOpen}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

/** What a delivery was understood as, in one line. */
function inOneLine({ translation: { items, signals, points }, problem }: Delivery): string {
  const [first] = items;
  if (!first) return problem || (points > 0 ? `${points} values` : 'nothing in it');
  const more = signals + points - 1;
  return `${first.title}: ${first.became}${more > 0 ? `, and ${more} more` : ''}`;
}

const columnsOf = (onOpen: (delivery: Delivery) => void): Column<Delivery>[] => [
  {
    id: 'at',
    head: 'When',
    width: '100px',
    cell: ({ receivedAt }) => <RelativeTime at={receivedAt} suffix />,
  },
  {
    id: 'outcome',
    head: 'Outcome',
    width: '150px',
    cell: ({ outcome, httpStatus }) => `${deliveryOutcome[outcome]}, ${httpStatus}`,
  },
  {
    id: 'understood',
    head: 'Understood as',
    phone: 'first',
    cell: (delivery) => (
      <Button variant="bare" className={styles.clip} onClick={() => onOpen(delivery)}>
        {inOneLine(delivery)}
      </Button>
    ),
  },
  {
    id: 'incident',
    head: 'Incident',
    width: '100px',
    phone: 'never',
    cell: ({ translation }) => translation.items.find(({ incidentKey }) => incidentKey)?.incidentKey ?? '',
  },
  {
    id: 'size',
    head: 'Bytes',
    width: '80px',
    numeric: true,
    phone: 'never',
    cell: ({ size }) => size.toLocaleString('en'),
  },
];

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { toolKind } from '@plumbline/shared/taxonomy/values/tool';
import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { QueryView } from '../../ui/query-view.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Section } from '../../ui/section.js';
import { EmptyState } from '../../ui/states.js';
import { type Source, sourcesQuery } from './sources-queries.js';

const AddSource = lazyPart(() => import('./add-source.js').then((m) => m.AddSource));

interface Props {
  workspace: string;
  onOpen: (source: Source) => void;
}

/** The tools that push here. */
export function Sources({ workspace, onOpen }: Props) {
  const sources = useQuery(sourcesQuery(workspace));
  const [adding, setAdding] = useState(false);
  const add = (
    <Button variant="primary" icon="plus" onClick={() => setAdding(true)}>
      Add source
    </Button>
  );
  return (
    <Section title="Sources" meta={sources.data?.items.length ? add : null}>
      <QueryView of={sources} whoCanGrant="Sources are for triagers. An administrator can make you one.">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No tool pushes here yet" action={add}>
              Alertmanager, Grafana, Prometheus, OpenTelemetry, a webhook or a script: what it reports opens
              or joins incidents, what it measures becomes observations.
            </EmptyState>
          ) : (
            <DataTable
              label="Sources"
              columns={columnsOf(workspace)}
              rows={items}
              rowKey={({ id }) => id}
              onRowClick={onOpen}
            />
          )
        }
      </QueryView>
      {adding && <AddSource onAdded={onOpen} onClose={() => setAdding(false)} />}
    </Section>
  );
}

const columnsOf = (workspace: string): Column<Source>[] => [
  {
    id: 'name',
    head: 'Name',
    phone: 'first',
    cell: ({ id, name }) => (
      <Link to="/w/$workspace/settings/sources/$source" params={{ workspace, source: id }}>
        {name}
      </Link>
    ),
  },
  { id: 'kind', head: 'Kind', width: '190px', cell: ({ kind }) => toolKind[kind] },
  {
    id: 'last',
    head: 'Last delivery',
    width: '120px',
    cell: ({ lastDeliveryAt }) => (lastDeliveryAt ? <RelativeTime at={lastDeliveryAt} suffix /> : 'none yet'),
  },
  {
    id: 'today',
    head: 'In 24 h',
    width: '90px',
    numeric: true,
    phone: 'never',
    cell: ({ deliveriesToday }) => deliveriesToday,
  },
  { id: 'state', head: 'State', width: '190px', cell: (source) => stateOf(source) },
];

/** One word or sentence: is it well? */
export function stateOf({
  archivedAt,
  quiet,
  quietAfterHours,
  problemsToday,
  lastDeliveryAt,
}: Source): string {
  if (archivedAt) return 'archived';
  if (quiet) return `silent for over ${quietAfterHours} h`;
  if (problemsToday > 0)
    return problemsToday === 1 ? '1 problem in 24 h' : `${problemsToday} problems in 24 h`;
  return lastDeliveryAt ? 'well' : 'waiting';
}

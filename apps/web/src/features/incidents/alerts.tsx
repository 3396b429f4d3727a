import { queryOptions, useQuery } from '@tanstack/react-query';
import { signalState } from '@plumbline/shared/taxonomy/values/tool';
import { call, type Response } from '../../client/call.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Section } from '../../ui/section.js';
import type { Incident } from './incident-queries.js';

type Alert = Response<'GET /signals'>['items'][number];

/** The newest alerts of an incident. */
const alertsQuery = (workspace: string, incident: string) =>
  queryOptions({
    queryKey: ['alerts', workspace, incident],
    queryFn: ({ signal }) => call('GET /signals', { query: { incident, limit: 50 }, signal }),
  });

/** What tools report about an incident, each with why it stands here; nothing where no tool does. */
export function IncidentAlerts({ workspace, incident }: { workspace: string; incident: Incident }) {
  const { data } = useQuery(alertsQuery(workspace, incident.key));
  if (!data || data.items.length === 0) return null;
  const { items, next } = data;
  const firing = items.filter(({ state }) => state === 'open').length;
  const number = next ? 'the last 50' : String(items.length);
  return (
    <Section title="Alerts" meta={`${number}, ${firing} firing`}>
      <DataTable label="Alerts" columns={columns} rows={items} rowKey={({ id }) => id} />
    </Section>
  );
}

const columns: Column<Alert>[] = [
  {
    id: 'title',
    head: 'Alert',
    phone: 'first',
    cell: ({ title, link }) =>
      link ? (
        <a href={link} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      ),
  },
  { id: 'state', head: 'State', width: '80px', cell: ({ state }) => signalState[state] },
  { id: 'source', head: 'Source', width: '150px', cell: ({ source }) => source.name },
  { id: 'count', head: 'Told', width: '60px', numeric: true, phone: 'never', cell: ({ count }) => count },
  {
    id: 'last',
    head: 'Last told',
    width: '90px',
    cell: ({ lastSeenAt }) => <RelativeTime at={lastSeenAt} suffix />,
  },
  { id: 'why', head: 'Why it is here', width: '240px', phone: 'never', cell: ({ because }) => because },
];

import { Link } from '@tanstack/react-router';
import { metricRole } from '@plumbline/shared/taxonomy/values/system';
import { type Column, DataTable } from '../../ui/data-table.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { IntentWord, ProxyWord } from '../../ui/words.js';
import { healthWords } from './metric-health.js';
import type { Metric } from './metrics-queries.js';
import styles from './metrics.module.css';

interface Props {
  workspace: string;
  system: string;
  metrics: readonly Metric[];
  /** Key of the metric whose drawer is open. */
  open: string | null;
  onOpen: (metric: Metric) => void;
}

/** The metrics of a system with their role, and what is not well with each. */
export function MetricList({ workspace, system, metrics, open, onOpen }: Props) {
  return (
    <DataTable
      label="Metrics"
      columns={columnsOf(workspace, system)}
      rows={metrics}
      rowKey={({ key }) => key}
      activeKey={open}
      onRowClick={onOpen}
    />
  );
}

const columnsOf = (workspace: string, system: string): Column<Metric>[] => [
  {
    id: 'name',
    head: 'Metric',
    phone: 'first',
    cell: ({ name, key }) => (
      <Link
        to="/w/$workspace/systems/$system"
        params={{ workspace, system }}
        search={{ metric: key }}
        resetScroll={false}
        className={styles.name}
      >
        {name}
      </Link>
    ),
  },
  { id: 'role', head: 'Role', width: '110px', cell: ({ role }) => <RoleWord role={role} /> },
  {
    id: 'unit',
    head: 'Unit',
    width: '100px',
    phone: 'never',
    cell: ({ unit, scale }) => unit || (scale === 'proportion' ? 'share' : ''),
  },
  { id: 'state', head: 'State', width: '80px', cell: ({ state }) => state },
  { id: 'health', head: 'Health', width: '230px', cell: (metric) => <Health metric={metric} /> },
  {
    id: 'last',
    head: 'Newest value',
    width: '110px',
    numeric: true,
    phone: 'never',
    cell: ({ lastAt }) =>
      lastAt ? <RelativeTime at={lastAt} suffix /> : <span className={styles.quiet}>none</span>,
  },
];

/** Proxy and intent carry their own line under them; the other roles are words. */
export function RoleWord({ role }: { role: Metric['role'] }) {
  if (role === 'proxy') return <ProxyWord>{metricRole.proxy}</ProxyWord>;
  if (role === 'intent') return <IntentWord>{metricRole.intent}</IntentWord>;
  return metricRole[role];
}

export function Health({ metric }: { metric: Metric }) {
  const words = healthWords(metric);
  if (words.length === 0) return <span className={styles.quiet}>well</span>;
  return words.join(', ');
}

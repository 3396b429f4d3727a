import { Link } from '@tanstack/react-router';
import { systemStage } from '@plumbline/shared/taxonomy/values/system';
import { Chip } from '../../ui/chip.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { RelativeTime } from '../../ui/relative-time.js';
import type { System } from './systems-queries.js';
import styles from './systems.module.css';

interface Props {
  workspace: string;
  systems: readonly System[];
  onOpen: (system: System) => void;
}

/** What is run, with how much is said about each. */
export function SystemList({ workspace, systems, onOpen }: Props) {
  return (
    <DataTable
      label="AI systems"
      columns={columnsOf(workspace)}
      rows={systems}
      rowKey={({ id }) => id}
      onRowClick={onOpen}
    />
  );
}

const columnsOf = (workspace: string): Column<System>[] => [
  {
    id: 'name',
    head: 'System',
    phone: 'first',
    cell: ({ name, key, example }) => (
      <span className={styles.named}>
        <Link to="/w/$workspace/systems/$system" params={{ workspace, system: key }} className={styles.name}>
          {name}
        </Link>
        {example && <Chip>example</Chip>}
      </span>
    ),
  },
  {
    id: 'purpose',
    head: 'Purpose',
    phone: 'never',
    cell: ({ purpose }) => <span className={styles.clip}>{purpose}</span>,
  },
  { id: 'stage', head: 'Stage', width: '110px', cell: ({ stage }) => systemStage[stage] },
  {
    id: 'objectives',
    head: 'Objectives',
    width: '90px',
    numeric: true,
    phone: 'never',
    cell: ({ counts }) => <Count of={counts.objectives} />,
  },
  {
    id: 'metrics',
    head: 'Metrics',
    width: '80px',
    numeric: true,
    phone: 'never',
    cell: ({ counts }) => <Count of={counts.metrics} />,
  },
  {
    id: 'pairs',
    head: 'Pairs',
    width: '70px',
    numeric: true,
    phone: 'never',
    cell: ({ counts }) => <Count of={counts.pairs} />,
  },
  {
    id: 'unmeasured',
    head: 'Unmeasured proxies',
    width: '150px',
    numeric: true,
    cell: ({ counts }) => (
      <>
        <span className={styles.onDesk}>
          <Count of={counts.unmeasuredProxies} />
        </span>
        <span className={styles.onPhone}>{unmeasured(counts.unmeasuredProxies)}</span>
      </>
    ),
  },
  {
    id: 'changed',
    head: 'Changed',
    width: '100px',
    numeric: true,
    phone: 'never',
    cell: ({ updatedAt }) => <RelativeTime at={updatedAt} suffix />,
  },
];

/** On a phone the head is gone, so the number says what it counts; none is worth no words there. */
function unmeasured(count: number): string {
  if (count === 0) return '';
  return count === 1 ? '1 unmeasured proxy' : `${count} unmeasured proxies`;
}

/** Zeros stay quiet. */
function Count({ of }: { of: number }) {
  return of === 0 ? <span className={styles.quiet}>0</span> : of;
}

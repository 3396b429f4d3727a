import { misalignmentType } from '@plumbline/shared/taxonomy/values/classification';
import { sourceKind } from '@plumbline/shared/taxonomy/values/incident';
import { type ReactNode, useEffect } from 'react';
import { Avatar } from '../../ui/avatar.js';
import { Chip } from '../../ui/chip.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Icon } from '../../ui/icons/icon.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { SeverityBars } from '../../ui/severity-bars.js';
import { type DiamondKind, TypeDiamond } from '../../ui/type-diamond.js';
import { KeyWord } from './key-word.js';
import styles from './queue-table.module.css';
import type { QueueRow } from './triage-queries.js';

interface Props {
  label: string;
  rows: readonly QueueRow[];
  activeKey: string | null;
  selected: ReadonlySet<string>;
  onActivate: (key: string) => void;
  /** The small drawing of a row's pair; null stands for "no pair". */
  spark: (pairId: string | null) => ReactNode;
}

/** What waits, one line of 36 px each; the string hangs down to the active one. */
export function QueueTable({ label, rows, activeKey, selected, onActivate, spark }: Props) {
  useEffect(() => {
    document.querySelector('tr[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [activeKey]);
  return (
    <DataTable
      label={label}
      columns={columns(selected, activeKey, spark)}
      rows={rows}
      rowKey={({ key }) => key}
      activeKey={activeKey}
      onRowClick={({ key }) => onActivate(key)}
    />
  );
}

function columns(
  selected: ReadonlySet<string>,
  activeKey: string | null,
  spark: Props['spark'],
): Column<QueueRow>[] {
  return [
    {
      id: 'severity',
      head: 'Severity',
      cell: ({ severity, key }) => (
        <span className={styles.severity}>
          {severity ? <SeverityBars level={severity} /> : <span className={styles.quiet}>not set</span>}
          {selected.has(key) && <Icon name="check" />}
          {selected.has(key) && <span className="visually-hidden">selected</span>}
        </span>
      ),
      width: '80px',
    },
    { id: 'key', head: 'Key', cell: ({ key }) => <KeyWord of={key} />, width: '56px' },
    {
      id: 'title',
      head: 'Title',
      cell: (row) => <Title row={row} active={row.key === activeKey} />,
      phone: 'first',
    },
    {
      id: 'source',
      head: 'Source',
      cell: ({ source }) => <span className={styles.clipped}>{source.name || sourceKind[source.kind]}</span>,
      width: '76px',
    },
    { id: 'type', head: 'Suggested type', cell: (row) => <TypeWord row={row} />, width: '128px' },
    { id: 'pair', head: 'Pair', cell: ({ pairId }) => spark(pairId), width: '56px', phone: 'never' },
    {
      id: 'age',
      head: 'Age',
      cell: ({ reportedAt }) => <RelativeTime at={reportedAt} />,
      width: '48px',
      numeric: true,
    },
  ];
}

function Title({ row: { title, lease, visibility }, active }: { row: QueueRow; active: boolean }) {
  return (
    <span className={styles.title}>
      <span className={active ? styles.activeTitle : styles.words}>{title}</span>
      {visibility !== 'workspace' && <Chip>{visibility}</Chip>}
      {lease && !lease.mine && (
        <span title={`${lease.holder.name} is on it`}>
          <Avatar name={lease.holder.name} />
        </span>
      )}
    </span>
  );
}

const shortTypes: Record<string, string> = {
  goal_misgeneralization: 'Misgeneralized',
  outer: 'Outer',
  inner: 'Inner',
};

/** Dotted underneath while nobody has confirmed it. */
function TypeWord({ row: { misalignmentType: type, typeConfirmed } }: { row: QueueRow }) {
  if (!type) return <span className={styles.quiet}>none</span>;
  return (
    <TypeDiamond kind={type as DiamondKind}>
      <span
        className={typeConfirmed ? undefined : styles.suggested}
        title={typeConfirmed ? undefined : 'Suggested, not confirmed'}
      >
        {shortTypes[type] ?? misalignmentType[type as keyof typeof misalignmentType] ?? type}
      </span>
    </TypeDiamond>
  );
}

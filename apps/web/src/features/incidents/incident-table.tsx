import { mechanism } from '@plumbline/shared/taxonomy/values/classification';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Avatar } from '../../ui/avatar.js';
import { Chip } from '../../ui/chip.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { RelativeTime } from '../../ui/relative-time.js';
import type { IncidentRow } from './incident-queries.js';
import styles from './incident-table.module.css';
import { Severity, SourceWord, StateWord, TypeWord } from './incident-words.js';

interface Props {
  workspace: string;
  rows: readonly IncidentRow[];
  activeKey: string | null;
  onOpen: (key: string) => void;
}

/** Incidents under each other, one line each. */
export function IncidentTable({ workspace, rows, activeKey, onOpen }: Props) {
  return (
    <DataTable
      label="Incidents"
      columns={columns(workspace)}
      rows={rows}
      rowKey={({ key }) => key}
      activeKey={activeKey}
      onRowClick={({ key }) => onOpen(key)}
    />
  );
}

function columns(workspace: string): Column<IncidentRow>[] {
  return [
    {
      id: 'severity',
      head: 'Severity',
      cell: ({ severity }) => <Severity level={severity} />,
      width: '76px',
    },
    { id: 'key', head: 'Key', cell: ({ key }) => <Key of={key} />, width: '68px' },
    { id: 'title', head: 'Title', cell: (row) => <Title workspace={workspace} row={row} />, phone: 'first' },
    { id: 'state', head: 'State', cell: (row) => <StateWord of={row} short />, width: '120px' },
    {
      id: 'type',
      head: 'Type',
      cell: ({ misalignmentType, typeConfirmed }) => (
        <TypeWord type={misalignmentType} confirmed={typeConfirmed} />
      ),
      width: '140px',
    },
    {
      id: 'mechanism',
      head: 'Mechanism',
      cell: (row) => <Clipped>{mechanismWord(row)}</Clipped>,
      width: '160px',
      phone: 'never',
    },
    {
      id: 'system',
      head: 'System',
      cell: ({ system }) => <Clipped>{system ?? <None />}</Clipped>,
      width: '128px',
    },
    {
      id: 'source',
      head: 'Source',
      cell: ({ source }) => (
        <Clipped>
          <SourceWord source={source} />
        </Clipped>
      ),
      width: '96px',
      phone: 'never',
      from: 1600,
    },
    {
      id: 'owner',
      head: 'Owner',
      cell: ({ owner }) => (owner ? <Avatar name={owner.name} /> : <None />),
      width: '60px',
      phone: 'never',
    },
    {
      id: 'age',
      head: 'Age',
      cell: ({ reportedAt }) => <RelativeTime at={reportedAt} />,
      width: '76px',
      numeric: true,
    },
  ];
}

/** A line that ends in dots where its column ends, so that every row keeps its height. */
function Clipped({ children }: { children: ReactNode }) {
  return <span className={styles.clipped}>{children}</span>;
}

/** Digits under each other; the hyphen keeps its own width. */
function Key({ of }: { of: string }) {
  const digits = of.lastIndexOf('-') + 1;
  return (
    <span className={styles.key}>
      {of.slice(0, digits)}
      <span className="tabular">{of.slice(digits)}</span>
    </span>
  );
}

function None() {
  return <span className={styles.none}>none</span>;
}

function mechanismWord({ mechanism: value }: IncidentRow) {
  return value ? (mechanism[value as keyof typeof mechanism] ?? value) : <None />;
}

function Title({ workspace, row }: { workspace: string; row: IncidentRow }) {
  return (
    <span className={styles.title}>
      <Link to="/w/$workspace/incidents/$key" params={{ workspace, key: row.key }} className={styles.link}>
        {row.title}
      </Link>
      {row.visibility !== 'workspace' && <Chip>{row.visibility}</Chip>}
      {row.example && <Chip>example</Chip>}
    </span>
  );
}

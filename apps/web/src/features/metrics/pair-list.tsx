import { Link } from '@tanstack/react-router';
import { type Column, DataTable } from '../../ui/data-table.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { IntentWord, ProxyWord } from '../../ui/words.js';
import type { Pair } from './pairs-queries.js';
import { PairStateWord } from './pair-state-word.js';
import styles from './metrics.module.css';

interface Props {
  workspace: string;
  pairs: readonly Pair[];
  onOpen: (pair: Pair) => void;
}

/** The pairs of a system, each with its state in a word. */
export function PairList({ workspace, pairs, onOpen }: Props) {
  return (
    <DataTable
      label="Metric pairs"
      columns={columnsOf(workspace)}
      rows={pairs}
      rowKey={({ id }) => id}
      onRowClick={onOpen}
    />
  );
}

const columnsOf = (workspace: string): Column<Pair>[] => [
  {
    id: 'name',
    head: 'Pair',
    phone: 'first',
    cell: ({ id, name }) => (
      <Link to="/w/$workspace/pairs/$id" params={{ workspace, id }} className={styles.name}>
        {name}
      </Link>
    ),
  },
  { id: 'proxy', head: 'Proxy', phone: 'never', cell: ({ proxy }) => <ProxyWord>{proxy.name}</ProxyWord> },
  {
    id: 'intent',
    head: 'Intent',
    phone: 'never',
    cell: ({ intent }) => <IntentWord>{intent.name}</IntentWord>,
  },
  { id: 'state', head: 'State', width: '140px', cell: ({ state }) => <PairStateWord state={state} /> },
  {
    id: 'last',
    head: 'Newest audit',
    width: '110px',
    numeric: true,
    phone: 'never',
    cell: ({ intent }) =>
      intent.lastAt ? <RelativeTime at={intent.lastAt} suffix /> : <span className={styles.quiet}>none</span>,
  },
];

import { pairState } from '@plumbline/shared/taxonomy/values/system';
import { Link } from '@tanstack/react-router';
import { numberWords } from '../../ui/chart/number-words.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { RelativeTime } from '../../ui/relative-time.js';
import type { LeaguePair } from './divergence-queries.js';
import { gapInterval, gapUnit, onsetWords, shownGap } from './divergence-words.js';
import styles from './league.module.css';

interface Props {
  workspace: string;
  pairs: readonly LeaguePair[];
  onOpen: (pair: LeaguePair) => void;
}

/** The watched pairs, those to look at first on top. */
export function League({ workspace, pairs, onOpen }: Props) {
  return (
    <DataTable
      label="Pairs, those to look at first on top"
      columns={columnsOf(workspace)}
      rows={pairs}
      rowKey={({ pairId }) => pairId}
      onRowClick={onOpen}
    />
  );
}

const measureOf = ({ intentName, intentUnit, intentScale }: LeaguePair) => ({
  name: intentName,
  unit: intentUnit,
  scale: intentScale as 'proportion' | 'score' | 'unbounded',
});

const columnsOf = (workspace: string): Column<LeaguePair>[] => [
  {
    id: 'pair',
    head: 'Pair',
    phone: 'first',
    cell: ({ pairId, name, lookFirst }) => (
      <>
        <Link to="/w/$workspace/pairs/$id" params={{ workspace, id: pairId }} className={styles.name}>
          {name}
        </Link>
        {lookFirst && <span className={styles.first}>look first</span>}
      </>
    ),
  },
  { id: 'system', head: 'System', width: '150px', cell: ({ systemName }) => systemName },
  { id: 'state', head: 'State', width: '120px', cell: ({ state }) => <State state={state} /> },
  {
    id: 'since',
    head: 'Since',
    width: '110px',
    numeric: true,
    phone: 'never',
    cell: ({ finding, state }) =>
      finding && state === 'diverged' ? onsetWords(finding) : <span className={styles.quiet}>none</span>,
  },
  {
    id: 'gap',
    head: 'Gap, 90 % interval',
    width: '210px',
    numeric: true,
    phone: 'never',
    cell: (pair) => <Gap pair={pair} />,
  },
  {
    id: 'evidence',
    head: 'Evidence / threshold',
    width: '150px',
    numeric: true,
    phone: 'never',
    cell: ({ score, threshold }) =>
      score === null || threshold === null ? (
        <span className={styles.quiet}>not yet</span>
      ) : (
        `${numberWords(score, 1)} / ${numberWords(threshold, 1)}`
      ),
  },
  {
    id: 'audit',
    head: 'Newest audit',
    width: '110px',
    numeric: true,
    phone: 'never',
    cell: ({ lastAuditAt }) =>
      lastAuditAt ? <RelativeTime at={lastAuditAt} suffix /> : <span className={styles.quiet}>none</span>,
  },
];

function State({ state }: { state: LeaguePair['state'] }) {
  return (
    <span className={state === 'quiet' ? styles.quiet : styles.state}>
      {state === 'diverged' && (
        <svg width="9" height="8" viewBox="0 0 9 8" aria-hidden="true" focusable="false">
          <path d="M0 0h9L4.5 8z" fill="currentColor" />
        </svg>
      )}
      {pairState[state]}
    </span>
  );
}

function Gap({ pair }: { pair: LeaguePair }) {
  const { gap, gapLow, gapHigh } = pair;
  if (gap === null) return <span className={styles.quiet}>not yet</span>;
  const measure = measureOf(pair);
  const shown = shownGap(gap, measure);
  return (
    <>
      {numberWords(shown, 1)}
      {gapUnit(measure)}
      {gapLow !== null && gapHigh !== null && (
        <span className={styles.quiet}> {gapInterval(-gapHigh, -gapLow, measure)}</span>
      )}
    </>
  );
}

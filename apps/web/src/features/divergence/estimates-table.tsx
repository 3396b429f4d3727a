import { dayWords } from '../../ui/chart/axis-words.js';
import { type Measure, numberWords } from '../../ui/chart/number-words.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { chanceWords, gapInterval, gapUnit, shownGap } from './divergence-words.js';
import type { Estimate } from './shown-estimates.js';
import styles from './panels.module.css';

const mostRows = 400;

/** The panels as a table, the newest audit first. */
export function EstimatesTable({ estimates, intent }: { estimates: readonly Estimate[]; intent: Measure }) {
  const rows = estimates.slice(-mostRows).toReversed();
  return (
    <>
      {/* It scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.table} aria-label="Estimates as a table" tabIndex={0}>
        <DataTable
          label="Estimates of the detector"
          columns={columnsOf(intent)}
          rows={rows}
          rowKey={({ at }) => String(at)}
        />
      </section>
    </>
  );
}

const columnsOf = (intent: Measure): Column<Estimate>[] => [
  { id: 'at', head: 'Audit', cell: ({ at }) => dayWords(at), phone: 'first' },
  {
    id: 'gap',
    head: `Gap,${gapUnit(intent) || ' unit of the intent'}`,
    numeric: true,
    cell: ({ gap }) => numberWords(shownGap(gap, intent), 1),
  },
  {
    id: 'interval',
    head: '90 % interval, worse',
    numeric: true,
    phone: 'never',
    cell: ({ low, high }) => gapInterval(low, high, intent),
  },
  {
    id: 'score',
    head: 'Log evidence',
    numeric: true,
    cell: ({ score, threshold }) => (threshold === null ? 'learning' : numberWords(score, 1)),
  },
  {
    id: 'threshold',
    head: 'Threshold',
    numeric: true,
    phone: 'never',
    cell: ({ threshold }) => (threshold === null ? '' : numberWords(threshold, 1)),
  },
  { id: 'chance', head: 'Probability', numeric: true, cell: ({ chance }) => chanceWords(chance) },
];

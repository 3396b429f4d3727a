import { placeWords } from '../../../ui/chart/axis-words.js';
import { numberWords } from '../../../ui/chart/number-words.js';
import { type Column, DataTable } from '../../../ui/data-table.js';
import type { CheckModel, Reading } from './check-model.js';
import styles from './run-table.module.css';
import { bare } from './reading-words.js';

const mostRows = 400;

/** The picture as a table. */
export function RunTable({ model }: { model: CheckModel }) {
  const { readings } = model;
  return (
    <>
      {/* It scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.scroll} aria-label="Values as a table" tabIndex={0}>
        <DataTable
          label={`${model.proxy.name} and ${model.intent.name}`}
          columns={columnsOf(model)}
          rows={readings.slice(0, mostRows)}
          rowKey={({ x }) => String(x)}
        />
      </section>
      {readings.length > mostRows && (
        <p className={styles.note}>
          The first {mostRows} of {numberWords(readings.length, 0)} rows.
        </p>
      )}
    </>
  );
}

const columnsOf = ({ axis, proxy, intent }: CheckModel): Column<Reading>[] => [
  {
    id: 'x',
    head: { step: 'Step', time: 'Time', kl: 'KL' }[axis],
    cell: ({ x }) => placeWords(axis, x),
    phone: 'first',
  },
  {
    id: 'proxy',
    head: 'Proxy',
    numeric: true,
    cell: (one) => (one.proxy === null ? 'none' : bare(one.proxy, proxy)),
  },
  {
    id: 'intent',
    head: 'Intent',
    numeric: true,
    cell: (one) => (one.intent === null ? 'none' : bare(one.intent, intent)),
  },
  {
    id: 'n',
    head: 'n',
    numeric: true,
    width: '64px',
    cell: ({ n }) => (n === null ? '' : numberWords(n, 0)),
  },
  {
    id: 'level',
    head: 'Smoothed, 90 %',
    numeric: true,
    cell: ({ level }) =>
      level ? `${bare(level.intent, intent)} (${bare(level.lo, intent)} to ${bare(level.hi, intent)})` : '',
  },
  {
    id: 'predicted',
    head: 'Link predicts',
    numeric: true,
    cell: ({ predicted }) => (predicted === null ? '' : bare(predicted, intent)),
  },
];

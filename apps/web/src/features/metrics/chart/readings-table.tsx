import { type Column, DataTable } from '../../../ui/data-table.js';
import { placeWords } from '../../../ui/chart/axis-words.js';
import { numberWords, valueWords } from '../../../ui/chart/number-words.js';
import type { PairModel, Reading } from './pair-model.js';
import styles from './pair-chart.module.css';

const mostRows = 400;

/** The chart as a table, newest first. */
export function ReadingsTable({ model }: { model: PairModel }) {
  const rows = model.readings.slice(-mostRows).toReversed();
  return (
    <>
      {/* It scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.table} aria-label="Values as a table" tabIndex={0}>
        <DataTable
          label={`${model.proxy.name} and ${model.intent.name}`}
          columns={columnsOf(model)}
          rows={rows}
          rowKey={({ x }) => String(x)}
        />
      </section>
      {model.readings.length > mostRows && (
        <p className={styles.caption}>
          The newest {mostRows} of {numberWords(model.readings.length, 0)}.
        </p>
      )}
    </>
  );
}

const columnsOf = (model: PairModel): Column<Reading>[] => [
  {
    id: 'x',
    head: model.axis === 'time' ? 'Day' : model.axis === 'step' ? 'Step' : 'KL',
    cell: ({ x }) => placeWords(model.axis, x),
    phone: 'first',
  },
  {
    id: 'proxy',
    head: 'Proxy',
    numeric: true,
    cell: ({ proxy }) => (proxy === null ? 'none' : valueWords(proxy, model.proxy)),
  },
  {
    id: 'mean',
    head: model.axis === 'time' ? '7-day mean' : '7-point mean',
    numeric: true,
    cell: ({ proxyMean }) => (proxyMean === null ? 'none' : valueWords(proxyMean, model.proxy)),
  },
  {
    id: 'audit',
    head: 'Intent, measured',
    numeric: true,
    cell: ({ audit }) => (audit === null ? 'none' : valueWords(audit, model.intent)),
  },
  {
    id: 'n',
    head: 'n',
    numeric: true,
    width: '80px',
    cell: ({ n }) => (n === null ? '' : numberWords(n, 0)),
  },
];

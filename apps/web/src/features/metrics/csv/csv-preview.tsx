import { valueWords } from '../../../ui/chart/number-words.js';
import { SmallSelect } from '../../../ui/small-select.js';
import type { Table } from '../../../ui/text-table/split-table.js';
import { type CsvMapping, type CsvMetric, type CsvRole, roleNames } from './csv-mapping.js';
import { guessValues } from './guess-mapping.js';
import { type CsvPoint, readRow } from './read-points.js';
import styles from './csv.module.css';

interface Props {
  table: Table;
  mapping: CsvMapping;
  metrics: readonly CsvMetric[];
  onChange: (mapping: CsvMapping) => void;
  /** Whether the columns say enough to read a row. */
  readable: boolean;
}

const shownRows = 6;

/** The first rows as they stand, what each column is, and what each row will become. */
export function CsvPreview({ table, mapping, metrics, onChange, readable }: Props) {
  const names = roleNames(metrics);
  const setRole = (at: number, role: CsvRole): void => {
    // Each meaning once: the column that had it takes the other's.
    const roles = mapping.roles.map((one) => (role !== 'ignore' && one === role ? mapping.roles[at]! : one));
    roles[at] = role;
    const guessed = guessValues(table, metrics, roles);
    const values = Object.fromEntries(
      metrics.map(({ key }) => {
        const value: CsvRole = `value:${key}`;
        const same = roles.indexOf(value) === mapping.roles.indexOf(value);
        return [key, (same ? mapping.values[key] : null) ?? guessed[key]!];
      }),
    );
    onChange({ ...mapping, roles, values });
  };
  return (
    // It scrolls, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="The first rows">
      <table className={styles.table}>
        <thead>
          <tr>
            {table.names.map((name, at) => (
              <th key={at} scope="col" title={name} data-half={halfOf(mapping.roles[at]!, metrics)}>
                {name}
              </th>
            ))}
            <th scope="col" rowSpan={2} className={styles.becomes}>
              Becomes
            </th>
          </tr>
          <tr>
            {table.names.map((name, at) => (
              <td key={at}>
                <SmallSelect
                  label={`${name} is the`}
                  options={names}
                  value={mapping.roles[at]!}
                  onChange={(role) => setRole(at, role)}
                />
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, shownRows).map((cells, row) => (
            <tr key={table.lines[row]}>
              {cells.map((cell, at) => (
                <td key={at} data-unused={mapping.roles[at] === 'ignore' || undefined}>
                  {cell}
                </td>
              ))}
              <td className={styles.becomes}>
                {readable && <Becomes table={table} row={row} mapping={mapping} metrics={metrics} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function halfOf(role: CsvRole, metrics: readonly CsvMetric[]): string | undefined {
  return metrics.find(({ key }) => role === `value:${key}`)?.half;
}

function Becomes({ table, row, mapping, metrics }: Omit<Props, 'onChange' | 'readable'> & { row: number }) {
  const { points, problems } = readRow(table, row, mapping, metrics);
  if (problems.length > 0) return <span className={styles.refused}>{problems[0]}</span>;
  if (points.length === 0) return <span className={styles.quiet}>nothing: no value stands here</span>;
  return [placeWords(points[0]!), ...points.map((point) => pointWords(point, metrics))].join(' · ');
}

function placeWords({ at, step, run }: CsvPoint): string {
  const time = at?.replace('T', ' ').replace(/(:00)?\.000Z$/, ' UTC');
  return [step === undefined ? null : `step ${step.toLocaleString('en')} of ${run}`, time]
    .filter(Boolean)
    .join(', ');
}

function pointWords({ metric: key, value, n }: CsvPoint, metrics: readonly CsvMetric[]): string {
  const metric = metrics.find((one) => one.key === key)!;
  const words = valueWords(value, metric);
  return `${metrics.length > 1 ? `${metric.name} ` : ''}${words}${n == null ? '' : ` of ${n.toLocaleString('en')}`}`;
}

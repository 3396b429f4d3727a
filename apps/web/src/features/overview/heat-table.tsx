import type { ReactNode } from 'react';
import { Behind } from './behind.js';
import { heatOf } from './heat.js';
import styles from './overview.module.css';

export interface HeatCell {
  count: number;
  search: Record<string, string | undefined>;
  /** The cell in words: `3 sev2 incidents open for 7 to 30 days`. */
  words: string;
}

interface Props {
  workspace: string;
  label: string;
  /** What the rows are: `Severity`. */
  rowHead: string;
  columns: readonly string[];
  rows: readonly { id: string; head: ReactNode; cells: readonly HeatCell[] }[];
}

/** Counts in two directions: the darker, the more; the number stands in each cell and opens its list. */
export function HeatTable({ workspace, label, rowHead, columns, rows }: Props) {
  const greatest = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ count }) => count)));
  return (
    <div className={styles.scroll}>
      <table className={styles.heat} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{rowHead}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, head, cells }) => (
            <tr key={id}>
              <th scope="row">{head}</th>
              {cells.map(({ count, search, words }, index) => (
                <td key={columns[index]} data-heat={heatOf(count, greatest)}>
                  {count === 0 ? (
                    <span className={styles.none}>0</span>
                  ) : (
                    <Behind workspace={workspace} search={search} label={words}>
                      {count}
                    </Behind>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import type { ReactNode } from 'react';
import styles from './data-table.module.css';

export interface Column<T> {
  id: string;
  head: ReactNode;
  cell: (row: T) => ReactNode;
  /** Numbers stand at the end, in tabular digits. */
  numeric?: boolean;
  /** CSS width; one column without a width takes the rest. */
  width?: string;
  /** From which window width on the column is shown, where not always. */
  from?: 1600;
  /** `first` is the line that a phone shows, `second` stands under it, `never` is left out there. */
  phone?: 'first' | 'second' | 'never';
}

interface Props<T> {
  /** What the table lists, for screen readers. */
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** The row under the bob. */
  activeKey?: string | null;
  onRowClick?: (row: T) => void;
}

/** Rows of 36 px under a head of 32; on a phone each row becomes two lines. */
export function DataTable<T>({ label, columns, rows, rowKey, activeKey, onRowClick }: Props<T>) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                style={{ width: column.width }}
                data-numeric={column.numeric || undefined}
                data-from={column.from}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row);
            return (
              <tr
                key={key}
                data-active={key === activeKey || undefined}
                aria-current={key === activeKey || undefined}
                data-clickable={onRowClick ? '' : undefined}
                onClick={onRowClick && ((event) => !isControl(event.target) && onRowClick(row))}
              >
                {columns.map((column) => (
                  <td
                    key={column.id}
                    data-numeric={column.numeric || undefined}
                    data-from={column.from}
                    data-phone={column.phone ?? 'second'}
                  >
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A click on a link or button in the row is that control's own. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label') !== null;
}

import { type Column, DataTable } from '../../ui/data-table.js';
import type { OfferedSeries } from './sources-queries.js';

/** Series of a tool, with what each becomes or why it is left. */
export function OfferedTable({ items }: { items: readonly OfferedSeries[] }) {
  const rows = items.map((series, place) => ({ ...series, place }));
  return <DataTable label="Series" columns={columns} rows={rows} rowKey={({ place }) => String(place)} />;
}

type Row = OfferedSeries & { place: number };

const labelsInOneLine = (labels: Record<string, string>): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');

const columns: Column<Row>[] = [
  { id: 'name', head: 'Series', phone: 'first', width: '220px', cell: ({ name }) => <code>{name}</code> },
  { id: 'labels', head: 'Labels', phone: 'never', cell: ({ labels }) => labelsInOneLine(labels) },
  {
    id: 'becomes',
    head: 'Becomes',
    width: '260px',
    cell: ({ metric, reason }) => reason || metric,
  },
];

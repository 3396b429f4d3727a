import { type SeverityLevel, SeverityBars } from '../../ui/severity-bars.js';
import { open } from './behind.js';
import { HeatTable } from './heat-table.js';
import type { Overview } from './overview-queries.js';

const dayMs = 86_400_000;
/** Upper ends of the ages in days, as the API sorts them; what is older comes last. */
const bounds = [1, 7, 30, 90];
const ages = ['Under a day', '1 to 7 days', '7 to 30 days', '30 to 90 days', 'Over 90 days'];

/** Open incidents by how bad they are and how long ago they were reported. */
export function OpenByAge({ workspace, overview }: { workspace: string; overview: Overview }) {
  const to = Date.parse(overview.to);
  const ago = (days: number | undefined): string | undefined =>
    days === undefined ? undefined : new Date(to - days * dayMs).toISOString();
  return (
    <HeatTable
      workspace={workspace}
      label="Open incidents by severity and age"
      rowHead="Severity"
      columns={ages}
      rows={overview.openByAge.map(({ severity, ages: counts }) => ({
        id: severity ?? 'unrated',
        head: severity ? <SeverityBars level={severity as SeverityLevel} /> : 'Not rated',
        cells: counts.map((count, age) => ({
          count,
          words: `${count} open, ${severity ?? 'not rated'}, ${ages[age]!.toLowerCase()}`,
          search: {
            ...open,
            ...(severity ? { severity } : { missing: 'severity' }),
            from: ago(bounds[age]),
            to: ago(bounds[age - 1]),
          },
        })),
      }))}
    />
  );
}

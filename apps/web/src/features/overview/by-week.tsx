import { misalignmentType } from '@plumbline/shared/taxonomy/values/classification';
import { counted } from './behind.js';
import { HeatTable } from './heat-table.js';
import type { Overview } from './overview-queries.js';

const dayMs = 86_400_000;
const rows: Record<string, string> = { ...misalignmentType, undecided: 'Not yet decided' };
const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** What was logged, week by week, by misalignment type. */
export function ByWeek({ workspace, weeks }: { workspace: string; weeks: Overview['weeks'] }) {
  const shown = weeks.slice(-16);
  return (
    <HeatTable
      workspace={workspace}
      label="Logged by week and misalignment type"
      rowHead="Week of"
      columns={shown.map(({ weekOn }) => short.format(new Date(weekOn)))}
      rows={Object.entries(rows).map(([type, head]) => ({
        id: type,
        head,
        cells: shown.map(({ weekOn, types }) => ({
          count: types[type] ?? 0,
          words: `${types[type] ?? 0} logged in the week of ${weekOn}, ${head.toLowerCase()}`,
          search: {
            ...counted,
            ...(type === 'undecided' ? { missing: 'type' } : { type }),
            from: `${weekOn}T00:00:00.000Z`,
            to: new Date(Date.parse(weekOn) + 7 * dayMs).toISOString(),
          },
        })),
      }))}
    />
  );
}

import { isBlank, readNumber, readTime } from '../../../ui/text-table/read-cell.js';
import type { Table } from '../../../ui/text-table/split-table.js';
import type { CsvMapping, CsvMetric, CsvRole, CsvValue } from './csv-mapping.js';

/** Names that say what a column is, the stronger ones first. */
const named: readonly [CsvRole, RegExp][] = [
  ['time', /^(at|ts|time|date|day|timestamp|datetime|measured.*|.*[ _](at|time|date|ts))$/],
  ['step', /^((global|train(ing)?)[ _])?(step|iter(ation)?|update|epoch)s?$/],
  ['kl', /^(.*[ _/])?kl([ _/].*)?$/],
  ['environment', /^env(ironment)?$/],
  ['segment', /^(segment|slice|cohort|language|locale|market|region|country)$/],
  ['version', /^((model|system)[ _])?(version|release|checkpoint)$/],
  ['run', /^run([ _]?(id|name))?$/],
  ['context', /^context$/],
  ['being_evaluated', /^(being|is)[ _]?evaluated$/],
  ['name', /^(external[ _]?id|id|uuid)$/],
];
const size = /^(n|count|size|items|samples|audits?|n[ _].*|num[ _].*|.*[ _](n|size|count))$/;
const half = {
  intent: /intent|win|gold|human|audit|held|accura|correct|quality|satisf|honest|wanted/,
  proxy: /proxy|reward|\brm\b|score|judge|click|engage|watch|optimi/,
} as const;

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/\s*[([].*$/, '')
    .trim();
const letters = (name: string) => plain(name).replace(/[^a-z0-9]+/g, '');

/** Which column is what, by names first, then by what the cells hold, then by their order. */
export function guessMapping(table: Table, metrics: readonly CsvMetric[], environment: string): CsvMapping {
  const roles: CsvRole[] = table.names.map(() => 'ignore');
  const free = new Set(table.names.keys());
  const take = (role: CsvRole, column: number | undefined): void => {
    if (column === undefined || roles.includes(role)) return;
    roles[column] = role;
    free.delete(column);
  };
  const find = (fits: (column: number) => boolean) => [...free].find(fits);
  // A column called exactly as a metric is that metric, whatever else its name might say.
  for (const metric of metrics) {
    const names = [letters(metric.key), letters(metric.name)];
    take(
      `value:${metric.key}`,
      find((column) => names.includes(letters(table.names[column]!))),
    );
  }
  for (const [role, pattern] of named)
    take(
      role,
      find((column) => pattern.test(plain(table.names[column]!))),
    );
  const columns = table.names.map((_, at) => holds(table, at));
  if (!roles.includes('time'))
    take(
      'time',
      find((column) => columns[column] === 'times'),
    );
  takeSizes(table, metrics, columns, { find, take });
  for (const metric of metrics) {
    const pattern = metric.half ? half[metric.half] : /^(value|score|y)$/;
    take(
      `value:${metric.key}`,
      find((column) => columns[column] === 'numbers' && pattern.test(plain(table.names[column]!))),
    );
  }
  // The proxy is usually written first.
  for (const metric of [...metrics].toSorted(
    (a, b) => Number(a.half === 'intent') - Number(b.half === 'intent'),
  ))
    take(
      `value:${metric.key}`,
      find((column) => columns[column] === 'numbers'),
    );
  return { roles, values: guessValues(table, metrics, roles), environment, run: '' };
}

interface Taking {
  find: (fits: (column: number) => boolean) => number | undefined;
  take: (role: CsvRole, column: number | undefined) => void;
}

/** One column of sizes belongs to the audits; where there are two, to the values they stand beside in the name. */
function takeSizes(
  table: Table,
  metrics: readonly CsvMetric[],
  columns: readonly Held[],
  { find, take }: Taking,
): void {
  const isSize = (column: number) => columns[column] === 'numbers' && size.test(plain(table.names[column]!));
  for (const metric of metrics) {
    const names = [letters(metric.key), letters(metric.name), ...(metric.half ? [metric.half] : [])];
    take(
      metrics.length === 1 ? 'n' : `n:${metric.key}`,
      find((column) => isSize(column) && names.some((name) => letters(table.names[column]!).includes(name))),
    );
  }
  const audited = metrics.find((metric) => metric.half === 'intent');
  take(metrics.length > 1 && audited ? `n:${audited.key}` : 'n', find(isSize));
}

type Held = 'numbers' | 'times' | 'words';

/** What most of the first filled cells are. */
function holds({ rows, decimalComma }: Table, at: number): Held {
  const cells = rows
    .slice(0, 500)
    .map((row) => row[at] ?? '')
    .filter((cell) => !isBlank(cell));
  const most = cells.length / 2;
  if (cells.filter((cell) => readTime(cell) !== undefined).length > most) return 'times';
  return cells.filter((cell) => typeof readNumber(cell, decimalComma) === 'number').length > most
    ? 'numbers'
    : 'words';
}

/** How each metric's values are written, by the column's name and its cells. */
export function guessValues(
  table: Table,
  metrics: readonly CsvMetric[],
  roles: readonly CsvRole[],
): Record<string, CsvValue> {
  return Object.fromEntries(
    metrics.map(({ key, scale, unit }) => {
      const at = roles.indexOf(`value:${key}`);
      const said =
        at < 0 ? null : (/[([]([^)\]]{1,40})[)\]]\s*$/.exec(table.names[at]!)?.[1]?.trim() ?? null);
      return [
        key,
        {
          percent: scale === 'proportion' && at >= 0 && inPercent(table, at),
          unit: said && unit && said !== '%' ? said : null,
        },
      ];
    }),
  );
}

/** Percent signs, or more than a share can be. */
function inPercent({ names, rows, decimalComma }: Table, at: number): boolean {
  if (/%|percent|pct/i.test(names[at]!)) return true;
  let above = 0;
  let filled = 0;
  for (const row of rows) {
    const cell = row[at] ?? '';
    if (cell.endsWith('%')) return true;
    const value = readNumber(cell, decimalComma);
    if (typeof value !== 'number') continue;
    filled++;
    if (value > 1 && value <= 100) above++;
  }
  // One wrong row among shares does not make the others percentages.
  return above > filled / 2;
}

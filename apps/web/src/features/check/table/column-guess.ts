import { isBlank, readNumber, readTime } from '../../../ui/text-table/read-cell.js';
import type { Table } from '../../../ui/text-table/split-table.js';

export type ColumnRole = 'axis' | 'proxy' | 'intent' | 'n' | 'ignore';
export type CheckAxis = 'step' | 'time' | 'kl';

/** One column as far as its cells tell. */
interface Column {
  at: number;
  name: string;
  /** What it holds mostly; nothing readable makes it words. */
  holds: 'numbers' | 'times' | 'words';
  numbers: number[];
  blanks: number;
  percentSigns: boolean;
}

const axisName =
  /^(.*[/_. ])?(steps?|iter(ation)?s?|epochs?|updates?|batch(es)?|time|date|day|timestamp|datetime|ts|x|kl|tokens|axis)([ _(].*)?$/i;
const klName = /(^|[^a-z])kl([^a-z]|$)/i;
const sizeName =
  /^(n|count|size|items|prompts|samples|num[ _].*|n[ _].*|.*[ _](n|size|count|items|prompts))$/i;
const proxyName = /proxy|reward|\brm\b|score|judge|click|engage|watch|objective|loss|optimi/i;
const intentName =
  /intent|win|gold|human|eval|held|accura|correct|tru(e|th)|quality|satisf|honest|audit|pass|success|wanted/i;

function columnsOf({ names, rows, decimalComma }: Table): Column[] {
  return names.map((name, at) => {
    const cells = rows.map((row) => row[at] ?? '');
    const filled = cells.filter((cell) => !isBlank(cell));
    const numbers = filled
      .map((cell) => readNumber(cell, decimalComma))
      .filter((value) => typeof value === 'number');
    const times = filled.filter((cell) => readTime(cell) !== undefined).length;
    const half = filled.length / 2;
    return {
      at,
      name,
      holds: numbers.length > half ? 'numbers' : times > half ? 'times' : 'words',
      numbers,
      blanks: cells.length - filled.length,
      percentSigns: filled.some((cell) => cell.endsWith('%')),
    };
  });
}

function rises({ numbers, blanks }: Column): boolean {
  return blanks === 0 && numbers.length > 1 && numbers.every((one, at) => at === 0 || one > numbers[at - 1]!);
}

const countsItems = ({ numbers }: Column) => numbers.every((one) => Number.isInteger(one) && one >= 5);

const isAxis = ({ name, holds }: Column) => holds === 'times' || axisName.test(name);

/** Which column is what: by its name, else by what it holds, else by its place. */
export function guessRoles(table: Table): ColumnRole[] {
  const columns = columnsOf(table);
  const roles: ColumnRole[] = columns.map(() => 'ignore');
  const left = new Set(columns.filter(({ holds }) => holds !== 'words'));
  const take = (role: ColumnRole, column: Column | undefined): void => {
    if (!column) return;
    roles[column.at] = role;
    left.delete(column);
  };
  const named = (pattern: RegExp) =>
    [...left].find(({ name, holds }) => holds === 'numbers' && pattern.test(name));
  const known = table.named ? [...left].find(isAxis) : [...left].find(({ holds }) => holds === 'times');
  const first = columns.find((column) => left.has(column));
  const meant = first && (proxyName.test(first.name) || intentName.test(first.name));
  const counted = left.size > 2 && first && !meant && rises(first) ? first : undefined;
  // Two columns called x and y are no axis and a half.
  take('axis', left.size === 2 && known?.name.toLowerCase() === 'x' ? undefined : (known ?? counted));
  for (const column of left) if (column.holds === 'times') left.delete(column);
  if (left.size > 2) {
    const size = named(sizeName) ?? [...left].slice(2).find(countsItems);
    take('n', size);
  }
  const intent = named(intentName);
  const proxy = [...left].find((column) => column !== intent && proxyName.test(column.name));
  take('intent', intent);
  take('proxy', proxy);
  const rest = [...left];
  if (!proxy && !intent && rest.length >= 2 && rest[0]!.blanks > rest[1]!.blanks) take('intent', rest[0]);
  if (!proxy) take('proxy', [...left][0]);
  if (!roles.includes('intent')) take('intent', [...left][0]);
  return roles;
}

/** What the axis counts, from its name and its cells. */
export function guessAxis(table: Table, roles: readonly ColumnRole[]): CheckAxis {
  const at = roles.indexOf('axis');
  if (at < 0) return 'step';
  const column = columnsOf(table)[at]!;
  const seconds = /time|date|\bts\b/i.test(column.name) && column.numbers.every((one) => one > 1e8);
  if (column.holds === 'times' || (seconds && column.numbers.length > 0)) return 'time';
  return klName.test(column.name) ? 'kl' : 'step';
}

/** Which way is better, and what the numbers are: shares from 0 to 1, percentages, scores, anything. */
export interface ColumnKind {
  direction: 'higher' | 'lower';
  scale: 'share' | 'percent' | 'score' | 'unbounded';
}

const lowerName =
  /loss|err(or)?s?\b|harm|toxic|violat|complain|latenc|perplex|halluc|refus|regret|cost|risk|unsafe|fail|bias/i;
const percentName = /%|percent|pct/i;
const shareName = /%|percent|pct|rate|share|accura|ratio|frac|win|pass/i;

/**
 * @returns the kind, and whether percentages were only supposed: then one should ask
 */
export function guessKind(
  table: Table,
  at: number,
  role: 'proxy' | 'intent',
): ColumnKind & { supposed: boolean } {
  const { name, numbers, percentSigns } = columnsOf({
    ...table,
    names: [table.names[at]!],
    rows: table.rows.map((row) => [row[at] ?? '']),
  })[0]!;
  const direction = lowerName.test(name) ? 'lower' : 'higher';
  const low = numbers.reduce((least, one) => Math.min(least, one), Infinity);
  const high = numbers.reduce((most, one) => Math.max(most, one), -Infinity);
  const sure = (scale: ColumnKind['scale']) => ({ direction, scale, supposed: false }) as const;
  if (percentSigns || (percentName.test(name) && low >= 0 && high <= 100 && high > 1)) return sure('percent');
  if (low < 0 || high > 100 || numbers.length === 0) return sure('unbounded');
  const said = shareName.test(name);
  if (high <= 1) return sure(role === 'intent' || said ? 'share' : 'score');
  const many = high > 10 && (said || role === 'intent');
  return many ? { direction, scale: 'percent', supposed: true } : sure(high <= 10 ? 'score' : 'unbounded');
}

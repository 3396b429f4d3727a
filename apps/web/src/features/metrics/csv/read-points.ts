import { isBlank, readMoment, readNumber } from '../../../ui/text-table/read-cell.js';
import type { Table } from '../../../ui/text-table/split-table.js';
import type { Observations } from '../metrics-queries.js';
import type { CsvMapping, CsvMetric, CsvRole } from './csv-mapping.js';

export type CsvPoint = Observations['points'][number];

/** A sentence about a row of the file. */
export interface RowProblem {
  line: number;
  message: string;
}

/** What a file comes to. */
export interface CsvPoints {
  points: CsvPoint[];
  /** The row of the file that each point stands in. */
  lines: number[];
  problems: RowProblem[];
  /** Cells for values in which nothing stands. They are passed over. */
  empty: number;
}

/** What one row comes to. */
export interface RowRead {
  points: CsvPoint[];
  problems: string[];
  empty: number;
}

/** @returns a sentence that says what the columns do not say yet, or null */
export function whyNotReadable({ roles, run }: CsvMapping): string | null {
  if (!roles.some((role) => role.startsWith('value:'))) return 'Say which column holds the values.';
  if (!roles.includes('time') && !roles.includes('step'))
    return 'Say which column holds the time, or the step of a run.';
  if (roles.includes('step') && !roles.includes('run') && run.trim() === '')
    return 'Steps are counted within one run: name the run, or say which column does.';
  return null;
}

/** Reads every row of the file by what its columns are. */
export function readPoints(table: Table, mapping: CsvMapping, metrics: readonly CsvMetric[]): CsvPoints {
  const all: CsvPoints = { points: [], lines: [], problems: [], empty: 0 };
  table.rows.forEach((_, at) => {
    const line = table.lines[at]!;
    const { points, problems, empty } = readRow(table, at, mapping, metrics);
    for (const point of points) {
      all.points.push(point);
      all.lines.push(line);
    }
    for (const message of problems) all.problems.push({ line, message });
    all.empty += empty;
  });
  return all;
}

/** Reads one row: a point for each of the metrics whose cell holds a value. */
export function readRow(
  table: Table,
  row: number,
  mapping: CsvMapping,
  metrics: readonly CsvMetric[],
): RowRead {
  const cells = table.rows[row]!;
  const problems: string[] = [];
  const at = (role: CsvRole): string => cells[mapping.roles.indexOf(role)] ?? '';
  const shown = (role: CsvRole): string => `“${at(role).slice(0, 40)}”`;
  const number = (role: CsvRole, what: string): number | null => {
    const value = readNumber(at(role), table.decimalComma);
    if (value === undefined) problems.push(`${shown(role)} is not ${what}.`);
    return value ?? null;
  };
  const time = readMoment(at('time'), table.decimalComma);
  if (time === undefined)
    problems.push(`${shown('time')} is not a time such as 2026-11-19 or 2026-11-19T14:20Z.`);
  const step = number('step', 'a step');
  if (time === null && step === null && problems.length === 0)
    problems.push('Neither a time nor a step stands here.');
  const evaluated = yesOrNo(at('being_evaluated'));
  if (evaluated === undefined) problems.push(`${shown('being_evaluated')} is neither yes nor no.`);
  const place = {
    ...(typeof time === 'number' ? { at: new Date(time).toISOString() } : {}),
    ...(step === null ? {} : { step, run: at('run') || mapping.run.trim() }),
    ...optional('kl', number('kl', 'a number')),
    environment: at('environment') || mapping.environment,
    ...optional('segment', at('segment')),
    ...optional('version', at('version')),
    ...(step === null ? optional('run', at('run')) : {}),
    ...optional('context', at('context').toLowerCase() as CsvPoint['context']),
    ...optional('beingEvaluated', evaluated ?? null),
  };
  const points: CsvPoint[] = [];
  let empty = 0;
  for (const metric of metrics) {
    const role = `value:${metric.key}` as const;
    if (!mapping.roles.includes(role)) continue;
    const value = number(role, 'a number');
    if (value === null) {
      if (isBlank(at(role))) empty++;
      continue;
    }
    const { percent = false, unit = null } = mapping.values[metric.key] ?? {};
    if (percent && (value < 0 || value > 100)) {
      problems.push(`${value} is not a percentage from 0 to 100.`);
      continue;
    }
    const own = `n:${metric.key}` as const;
    const n = number(mapping.roles.includes(own) ? own : 'n', 'a number of items');
    points.push({
      metric: metric.key,
      ...place,
      value: percent ? value / 100 : value,
      ...optional('n', n),
      ...optional('unit', unit),
      ...optional('externalId', at('name')),
    });
  }
  // A row with something wrong in it is left out whole: half a row is seldom what was meant.
  return { points: problems.length > 0 ? [] : points, problems: [...new Set(problems)], empty };
}

function optional<K extends string, V>(name: K, value: V | null): { [P in K]?: V } {
  return value === null || value === '' ? {} : ({ [name]: value } as { [P in K]?: V });
}

/** @returns null where nothing stands, undefined where it is neither */
function yesOrNo(cell: string): boolean | null | undefined {
  if (isBlank(cell)) return null;
  if (/^(yes|y|true|1)$/i.test(cell)) return true;
  return /^(no|n|false|0)$/i.test(cell) ? false : undefined;
}

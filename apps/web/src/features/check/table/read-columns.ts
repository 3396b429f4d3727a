import type { RunRow } from '@plumbline/shared/divergence/run/run-input';
import { numberWords } from '../../../ui/chart/number-words.js';
import {
  type CheckAxis,
  type ColumnKind,
  type ColumnRole,
  guessAxis,
  guessKind,
  guessRoles,
} from './column-guess.js';
import { readMoment, readNumber } from '../../../ui/text-table/read-cell.js';
import type { Table } from '../../../ui/text-table/split-table.js';

/** What the columns mean, as guessed or as a person said. */
export interface ColumnChoice {
  roles: ColumnRole[];
  axis: CheckAxis;
  proxy: ColumnKind;
  intent: ColumnKind;
}

/** What a person said otherwise than it was guessed. */
export interface SaidColumns {
  roles?: ColumnRole[];
  axis?: CheckAxis;
  proxy?: Partial<ColumnKind>;
  intent?: Partial<ColumnKind>;
}

/** The meaning of each column, and which halves were only supposed to be percentages. */
export function chooseColumns(
  table: Table,
  said: SaidColumns,
): ColumnChoice & { ask: ('proxy' | 'intent')[] } {
  const roles = said.roles?.length === table.names.length ? said.roles : guessRoles(table);
  const kindOf = (role: 'proxy' | 'intent') => {
    const at = roles.indexOf(role);
    const guess =
      at < 0
        ? ({ direction: 'higher', scale: 'unbounded', supposed: false } as const)
        : guessKind(table, at, role);
    return {
      kind: { direction: guess.direction, scale: guess.scale, ...said[role] },
      supposed: guess.supposed,
    };
  };
  const [proxy, intent] = [kindOf('proxy'), kindOf('intent')];
  const ask = (['proxy', 'intent'] as const).filter(
    (role) => (role === 'proxy' ? proxy : intent).supposed && said[role]?.scale === undefined,
  );
  return { roles, axis: said.axis ?? guessAxis(table, roles), proxy: proxy.kind, intent: intent.kind, ask };
}

/** Rows as the check takes them: shares from 0 to 1, times in milliseconds. */
export interface CheckRows {
  rows: RunRow[];
  /** A sentence for each cell that could not be used. */
  problems: string[];
}

/** @returns the rows that can be read, and what is wrong with the others; or a sentence when nothing can be checked */
export function readColumns(table: Table, choice: ColumnChoice): CheckRows | string {
  const at = (role: ColumnRole) => choice.roles.indexOf(role);
  if (at('proxy') < 0 || at('intent') < 0) return 'Say which column is the proxy and which is the intent.';
  const problems: string[] = [];
  const rows: RunRow[] = [];
  table.rows.forEach((cells, index) => {
    const line = table.lines[index]!;
    const say = (sentence: string): void => void problems.push(`Row ${line}: ${sentence}`);
    const number = (role: ColumnRole): number | null => {
      const column = at(role);
      const value = column < 0 ? null : readNumber(cells[column]!, table.decimalComma);
      if (value !== undefined) return value;
      say(`“${cells[column]!.slice(0, 40)}” in ${table.names[column]} is not a number.`);
      return null;
    };
    const half = (role: 'proxy' | 'intent'): number | null =>
      inRange(number(role), choice[role], table.names[at(role)]!, say);
    const x = placeOf(cells[at('axis')], index, choice, table, say);
    const [p, i] = [half('proxy'), half('intent')];
    if (x === null || (p === null && i === null)) return;
    rows.push({ x, p, i, n: sizeOf(number('n'), say) });
  });
  return { rows, problems };
}

type Say = (sentence: string) => void;

/** Without an axis the row number is the step. */
function placeOf(
  cell: string | undefined,
  index: number,
  { axis }: ColumnChoice,
  table: Table,
  say: Say,
): number | null {
  if (cell === undefined) return index + 1;
  const value = axis === 'time' ? readMoment(cell, table.decimalComma) : readNumber(cell, table.decimalComma);
  if (typeof value === 'number') return value;
  const what = axis === 'time' ? 'a time such as 2026-11-19 or 2026-11-19T14:20Z' : 'a number on the axis';
  say(
    value === null ? 'has no place on the axis and is left out.' : `“${cell.slice(0, 40)}” is not ${what}.`,
  );
  return null;
}

function inRange(value: number | null, { scale }: ColumnKind, name: string, say: Say): number | null {
  if (value === null || scale === 'score' || scale === 'unbounded') return value;
  const most = scale === 'percent' ? 100 : 1;
  if (value >= 0 && value <= most) return value / most;
  const words = numberWords(value, Number.isInteger(value) ? 0 : 2);
  say(`${words} in ${name} is not ${scale === 'percent' ? 'a percentage' : 'a share'} from 0 to ${most}.`);
  return null;
}

function sizeOf(n: number | null, say: Say): number | null {
  if (n === null || n >= 1) return n;
  say(`n = ${numberWords(n, 0)} counts no items; it is taken as not said.`);
  return null;
}

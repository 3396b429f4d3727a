import type { RunRow } from '@plumbline/shared/divergence/run/run-input';
import { type Run, runOf } from './checked-run.js';
import type { Pasted } from './pasted.js';
import { fewEvaluations } from './run/few-evaluations.js';
import { chooseColumns, type ColumnChoice, readColumns } from './table/read-columns.js';
import { splitTable, type Table } from '../../ui/text-table/split-table.js';

/** A pasted text as far as it can be understood. */
export interface Understood {
  table: Table;
  choice: ColumnChoice;
  /** Halves that were only supposed to be percentages. */
  ask: ('proxy' | 'intent')[];
  run: Run | null;
  /** As they were pasted, those that can be read. */
  rows: readonly RunRow[];
  /** Why there is no run. */
  trouble: string | null;
  /** Cells that could not be used, a sentence each. */
  problems: string[];
  /** Into how many evaluations the pasted ones were averaged. */
  averagedTo: number | null;
}

/** @returns a sentence when it is no table */
export function understand({ text, said }: Pasted): Understood | string {
  const table = splitTable(text);
  if (typeof table === 'string') return table;
  const { ask, ...choice } = chooseColumns(table, said);
  const known = { table, choice, ask };
  const read = readColumns(table, choice);
  if (typeof read === 'string')
    return { ...known, run: null, rows: [], trouble: read, problems: [], averagedTo: null };
  const { rows, averagedTo } = fewEvaluations(read.rows);
  return {
    ...known,
    run: runOf(table, choice, rows),
    rows: read.rows,
    trouble: null,
    problems: read.problems,
    averagedTo,
  };
}

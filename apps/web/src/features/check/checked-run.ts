import type { RunCheck } from '@plumbline/shared/divergence/run/run-check';
import type { RunInput, RunRow, SeriesKind } from '@plumbline/shared/divergence/run/run-input';
import type { Measure } from '../../ui/chart/number-words.js';
import type { CheckAxis, ColumnKind } from './table/column-guess.js';
import type { ColumnChoice } from './table/read-columns.js';
import type { Table } from '../../ui/text-table/split-table.js';

/** One of the two columns: its name, how its values are written, which way is better. */
export type Half = Measure & { direction: 'higher' | 'lower' };

/** A run in the page's own terms: shares from 0 to 1, times in milliseconds. */
export interface Run {
  axis: CheckAxis;
  proxy: Half;
  intent: Half;
  rows: readonly RunRow[];
  /** Whether a column said where each row stands; otherwise its number does. */
  placed: boolean;
}

/** A run and what the check said about it. */
export interface CheckedRun {
  run: Run;
  check: RunCheck;
}

export function runOf(table: Table, choice: ColumnChoice, rows: readonly RunRow[]): Run {
  const half = (role: 'proxy' | 'intent'): Half => ({
    name: shortName(table.names[choice.roles.indexOf(role)]!, table.named ? null : role),
    unit: '',
    scale: scaleOf(choice[role]),
    direction: choice[role].direction,
  });
  return {
    axis: choice.axis,
    proxy: half('proxy'),
    intent: half('intent'),
    rows,
    placed: choice.roles.includes('axis'),
  };
}

/** `win rate, %` and `win_rate (%)` are called `win rate` and `win_rate`; the unit stands with the numbers. */
function shortName(name: string, invented: string | null): string {
  return invented ?? (name.replace(/[\s,]*[([]?\s*(%|percent|pct)\s*[)\]]?$/i, '') || name);
}

function scaleOf({ scale }: ColumnKind): Measure['scale'] {
  return scale === 'percent' || scale === 'share' ? 'proportion' : scale;
}

/** What the check is asked. */
export function inputOf({ axis, proxy, intent, rows }: Run): RunInput {
  const kind = ({ direction, scale }: Half): SeriesKind => ({ direction, scale });
  return { axis, proxy: kind(proxy), intent: kind(intent), rows };
}

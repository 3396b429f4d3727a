import Papa from 'papaparse';
import type { Estimate } from './shown-estimates.js';

/** A half of the pair as it is drawn: a place, a value and what it is taken over. */
export interface DrawnHalf {
  x: readonly number[];
  value: readonly number[];
  n: readonly (number | null)[];
}

/**
 * What the explorer shows as a file: a row for each moment with a value or an estimate. Cells that a spreadsheet
 * would run as a formula are escaped.
 */
export function explorerCsv(
  names: { proxy: string; intent: string },
  { proxy, intent }: { proxy: DrawnHalf; intent: DrawnHalf },
  estimates: readonly Estimate[],
): string {
  const rows = new Map<number, Record<string, string | number>>();
  const rowAt = (x: number) => {
    const row = rows.get(x) ?? {};
    rows.set(x, row);
    return row;
  };
  proxy.x.forEach((x, at) => (rowAt(x).proxy = proxy.value[at]!));
  intent.x.forEach((x, at) => {
    const row = rowAt(x);
    row.intent = intent.value[at]!;
    row.n = intent.n[at] ?? '';
  });
  for (const { at, gap, low, high, chance, score, threshold, provisional } of estimates)
    Object.assign(rowAt(at), {
      gap,
      low,
      high,
      chance,
      score,
      threshold: threshold ?? '',
      provisional: provisional ? 'yes' : 'no',
    });
  const columns = [
    'proxy',
    'intent',
    'n',
    'gap',
    'low',
    'high',
    'chance',
    'score',
    'threshold',
    'provisional',
  ];
  const body = [...rows]
    .toSorted(([one], [other]) => one - other)
    .map(([x, row]) => [new Date(x).toISOString(), ...columns.map((column) => row[column] ?? '')]);
  const head = [
    'time',
    names.proxy,
    names.intent,
    `${names.intent}, n`,
    'gap',
    'gap, low end of 90 %',
    'gap, high end of 90 %',
    'probability of divergence',
    'log evidence',
    'log threshold',
    'provisional',
  ];
  // A minus before a number is no formula; the names are the only words that people chose; they may hold line ends.
  return `${Papa.unparse([head], { escapeFormulae: /^[=+\-@\t\r]/ })}\r\n${Papa.unparse(body)}\r\n`;
}

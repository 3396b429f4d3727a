import { clamp, logit } from '../numeric/logistic.js';
import { median } from '../numeric/quantile.js';
import type { RunInput, RunRow, SeriesKind } from './run-input.js';
import type { RunWarning } from './run-check.js';
import { warn } from './run-warnings.js';

/** A run on the working scale: up is better, proportions are logits, t is the share of the run. */
export interface PreparedRun {
  /** Every row with a proxy, in order of the axis. */
  proxyTimes: Float64Array;
  proxy: Float64Array;
  /** The K evaluations of the intent, in order of the axis. */
  x: Float64Array;
  t: Float64Array;
  z: Float64Array;
  /** Independent items of each evaluation; the median, or 150, where nobody said. */
  n: Float64Array;
  /** The proxy of the same row, NaN without one. */
  proxyAt: Float64Array;
  /** A proportion whose n was said on more than half of the rows: its noise is known up to a design effect. */
  knownNoise: boolean;
  /** Whether any n was said. */
  nSaid: boolean;
  rowsWithoutN: number;
  warnings: RunWarning[];
}

const assumedN = 150;

/** Sorts, merges rows of one place, and carries both series to the working scale. */
export function prepareRun(input: RunInput): PreparedRun {
  const warnings: RunWarning[] = [];
  const readable = input.rows.filter((row) => Number.isFinite(row.x) && (isNumber(row.p) || isNumber(row.i)));
  if (readable.length < input.rows.length) {
    warnings.push(warn('unreadable_rows_dropped', input.rows.length - readable.length));
  }
  const rows = mergeByPlace(readable, warnings);
  const first = rows[0]?.x ?? 0;
  const span = (rows.at(-1)?.x ?? 0) - first || 1;
  const share = (row: RunRow) => (row.x - first) / span;

  const proxyScale = scaleOf(rows, 'p', input.proxy, warnings);
  const intentScale = scaleOf(rows, 'i', input.intent, warnings);
  const withProxy = rows.filter((row) => isNumber(row.p));
  const evaluated = rows.filter((row) => isNumber(row.i));
  const said = evaluated.flatMap((row) => (hasN(row) ? [row.n!] : []));
  const usualN = said.length > 0 ? median(said) : assumedN;
  const n = Float64Array.from(evaluated, (row) => (hasN(row) ? row.n! : usualN));
  const proportion = input.intent.scale === 'proportion';
  return {
    proxyTimes: Float64Array.from(withProxy, share),
    proxy: Float64Array.from(withProxy, (row) => toProxy(row.p! * proxyScale, input.proxy)),
    x: Float64Array.from(evaluated, (row) => row.x),
    t: Float64Array.from(evaluated, share),
    z: Float64Array.from(evaluated, (row, k) => toIntent(row.i! * intentScale, n[k]!, input.intent)),
    n,
    proxyAt: Float64Array.from(evaluated, (row) =>
      isNumber(row.p) ? toProxy(row.p * proxyScale, input.proxy) : NaN,
    ),
    knownNoise: proportion && said.length > evaluated.length / 2,
    nSaid: said.length > 0,
    rowsWithoutN: evaluated.length - said.length,
    warnings,
  };
}

const isNumber = (value: number | null): value is number => value !== null && Number.isFinite(value);
const hasN = (row: RunRow) => isNumber(row.n) && row.n > 0;
const sign = (kind: SeriesKind) => (kind.direction === 'higher' ? 1 : -1);

function toProxy(value: number, kind: SeriesKind): number {
  return sign(kind) * (kind.scale === 'proportion' ? logit(clamp(value, 0.001, 0.999)) : value);
}

/** Half a success and half a failure more keep 0 and 1 finite and treat both directions alike. */
function toIntent(value: number, n: number, kind: SeriesKind): number {
  if (kind.scale !== 'proportion') return sign(kind) * value;
  return sign(kind) * logit((clamp(value, 0, 1) * n + 0.5) / (n + 1));
}

/** 1, or .01 for a proportion that was pasted as percentages. */
function scaleOf(
  rows: readonly RunRow[],
  column: 'p' | 'i',
  kind: SeriesKind,
  warnings: RunWarning[],
): number {
  if (kind.scale !== 'proportion') return 1;
  const values = rows.map((row) => row[column]).filter(isNumber);
  const top = values.reduce((high, value) => Math.max(high, value), 0);
  const which = column === 'p' ? 'proxy' : 'intent';
  if (values.some((value) => value < 0) || top > 100) warnings.push(warn('proportion_out_of_range', which));
  if (top <= 1.5) return 1;
  warnings.push(warn('percentages_taken_as_shares', which));
  return 0.01;
}

/** Rows of one place become one: the same row pasted twice counts once, different ones are averaged. */
function mergeByPlace(rows: readonly RunRow[], warnings: RunWarning[]): RunRow[] {
  const places = new Map<number, Map<string, RunRow>>();
  for (const row of rows) {
    const there = places.get(row.x) ?? new Map<string, RunRow>();
    there.set(`${row.p} ${row.i} ${row.n}`, row);
    places.set(row.x, there);
  }
  if (places.size < rows.length) warnings.push(warn('duplicate_rows_merged', rows.length - places.size));
  return [...places.values()]
    .map((there) => mergeRows([...there.values()].sort(inFixedOrder)))
    .sort((a, b) => a.x - b.x);
}

/** Any order will do as long as it does not depend on how the rows were pasted: sums of doubles do. */
const inFixedOrder = (a: RunRow, b: RunRow) =>
  (a.p ?? 0) - (b.p ?? 0) || (a.i ?? 0) - (b.i ?? 0) || (a.n ?? 0) - (b.n ?? 0);

function mergeRows(rows: readonly RunRow[]): RunRow {
  if (rows.length === 1) return rows[0]!;
  const mean = (values: number[]) =>
    values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  const intents = rows.filter((row) => isNumber(row.i));
  const sized = intents.filter(hasN);
  const total = sized.reduce((sum, row) => sum + row.n!, 0);
  const pooled = sized.length === intents.length && total > 0;
  return {
    x: rows[0]!.x,
    p: mean(rows.map((row) => row.p).filter(isNumber)),
    i: pooled
      ? sized.reduce((sum, row) => sum + row.i! * row.n!, 0) / total
      : mean(intents.map((row) => row.i!)),
    n: pooled ? total : null,
  };
}

import Papa from 'papaparse';
import { isBlank, readNumber, readTime, usesDecimalCommas } from './read-cell.js';

/** A pasted text as a table of cells, before anybody says what its columns mean. */
export interface Table {
  /** Names of the columns; invented where the text has none. */
  names: string[];
  /** Whether the first line named the columns. */
  named: boolean;
  rows: string[][];
  /** Which line of the text each row stood in, from 1 on, as a spreadsheet counts. */
  lines: number[];
  decimalComma: boolean;
}

/** The most that a paste may hold. */
export const mostCharacters = 2_000_000;
export const mostRows = 20_000;

/** How much is taken in. */
export interface TableSize {
  characters: number;
  rows: number;
}

const ofAPaste: TableSize = { characters: mostCharacters, rows: mostRows };

const separators = ['\t', ';', '|', ',', ' '] as const;

/**
 * Parts a text into columns: by tab, semicolon, bar, comma or spaces, whichever makes an even table of numbers.
 * @returns the table, or a sentence that says what is missing
 */
export function splitTable(text: string, most: TableSize = ofAPaste): Table | string {
  if (text.trim() === '') return 'Nothing was pasted yet.';
  if (text.length > most.characters)
    return `This is more than ${most.characters / 1e6} MB. Take fewer rows, for instance every tenth.`;
  // Comments of programs that write columns; their first one may name them.
  const clean = text.replace(/^\uFEFF/, '').replace(/^#\s?/, '');
  const cells = partedBy(bestSeparator(clean), clean);
  const kept = cells
    .map((row, at) => ({ row: row.map((cell) => cell.trim()), line: at + 1 }))
    .filter(({ row }) => row.some((cell) => cell !== '') && !isRuler(row));
  const filled = columnsInUse(kept.map(({ row }) => row));
  if (filled.length < 2) {
    return 'Only one column was found; at least two are needed, parted by a tab or a comma.';
  }
  const body = kept.map(({ row, line }) => ({ row: filled.map((column) => row[column] ?? ''), line }));
  const named = isHeader(body.map(({ row }) => row));
  const rows = named ? body.slice(1) : body;
  if (rows.length === 0) return 'There are names but no rows under them.';
  if (rows.length > most.rows) {
    const [found, taken] = [rows.length, most.rows].map((count) => count.toLocaleString('en'));
    return `These are ${found} rows; at most ${taken} are taken at once. Take every tenth.`;
  }
  const names = filled.map((_, at) => (named ? body[0]!.row[at]!.slice(0, 80) : '') || `Column ${at + 1}`);
  return {
    names,
    named,
    rows: rows.map(({ row }) => row),
    lines: rows.map(({ line }) => line),
    decimalComma: usesDecimalCommas(rows.flatMap(({ row }) => row)),
  };
}

function partedBy(separator: string, text: string): string[][] {
  const prepared = separator === ' ' ? text.replace(/^[ \t]+|[ \t]+$/gm, '').replace(/[ \t]+/g, '\t') : text;
  return Papa.parse<string[]>(prepared, { delimiter: separator === ' ' ? '\t' : separator, comments: '#' })
    .data;
}

function bestSeparator(text: string): string {
  const sample = text.split(/\r\n|\r|\n/, 200).join('\n');
  const judged = separators.map((separator) => ({ separator, score: evenness(partedBy(separator, sample)) }));
  // The order of the list decides between equals.
  return judged.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

/** From 0 to 1: how many rows have the usual width, times how many of their cells are numbers, times or nothing. */
function evenness(cells: string[][]): number {
  const rows = cells.filter((row) => row.some((cell) => cell.trim() !== ''));
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width, count] = [...widths].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0]);
  if (width < 2) return 0;
  const body = (rows.length > 1 ? rows.slice(1) : rows).flat();
  const comma = usesDecimalCommas(body);
  const read = body.filter((cell) => readNumber(cell, comma) !== undefined || readTime(cell) !== undefined);
  // A line of names alone still has a width.
  return (count / rows.length) * (0.01 + read.length / body.length);
}

/** The line under the names of a Markdown table. */
function isRuler(row: string[]): boolean {
  return row.every((cell) => /^:?-{2,}:?$|^$/.test(cell));
}

function columnsInUse(rows: string[][]): number[] {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some((row) => (row[column] ?? '') !== ''),
  );
}

/** Names stand where a word heads a column of numbers. */
function isHeader([first, ...rest]: string[][]): boolean {
  if (!first) return false;
  const isValue = (cell: string) =>
    readNumber(cell, cell.includes(',')) !== undefined || readTime(cell) !== undefined;
  return first.some((cell, column) => {
    if (isBlank(cell) || isValue(cell)) return false;
    const below = rest.map((row) => row[column] ?? '').filter((one) => !isBlank(one));
    return rest.length === 0 || below.filter(isValue).length > below.length / 2;
  });
}

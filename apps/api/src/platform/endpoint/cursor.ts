import { Problem } from '../problem/problem.js';

/** What a list continues after: the sort values of the last row, in order of the sort. */
export type CursorValues = (string | number | null)[];

/** Writes the cursor of the page after the row with these sort values. Opaque to clients. */
export function writeCursor(values: CursorValues): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * Reads a cursor of `length` sort values.
 * @returns null without a cursor (the first page)
 * @throws Problem 400 when it was not made by this list
 */
export function readCursor(cursor: string | undefined, length: number): CursorValues | null {
  if (cursor === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length && values.every(isSortValue)) return values;
  } catch {
    // Told below, like any other cursor that is not ours.
  }
  throw new Problem(
    'request/invalid',
    'This cursor does not belong to this list. Take it from "next", or leave it out.',
  );
}

function isSortValue(value: unknown): value is string | number | null {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  return value === null || (typeof value === 'number' && Number.isFinite(value));
}

/**
 * Cuts a page from `limit + 1` rows: one row more than asked for says that there is a next page.
 * @param sortValues the sort values of a row, as {@link readCursor} gives them back
 */
export function pageFrom<T>(
  rows: T[],
  limit: number,
  sortValues: (row: T) => CursorValues,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? writeCursor(sortValues(last)) : null };
}

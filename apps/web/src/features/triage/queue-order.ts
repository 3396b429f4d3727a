import type { QueueRow } from './triage-queries.js';

type Placed = Pick<QueueRow, 'id' | 'key' | 'version' | 'severity' | 'reportedAt'>;

/** Worst first, then newest first, as the server orders the queue; what nobody has rated comes last. */
function compare(one: Placed, other: Placed): number {
  const [a, b] = [one.severity ?? 'sev9', other.severity ?? 'sev9'];
  if (a !== b) return a < b ? -1 : 1;
  if (one.reportedAt !== other.reportedAt) return one.reportedAt > other.reportedAt ? -1 : 1;
  return one.id > other.id ? -1 : 1;
}

/**
 * The rows to show: what the server last said, without what was decided here since, with what was taken back here
 * since, each in its place.
 * @param decided key -> the version that was decided about: a later one is news
 */
export function rowsToShow<T extends Placed>(
  fetched: readonly T[],
  decided: ReadonlyMap<string, number>,
  takenBack: readonly T[],
): T[] {
  const keys = new Set(fetched.map(({ key }) => key));
  const missing = takenBack.filter(({ key }) => !keys.has(key));
  const gone = ({ key, version }: T): boolean => version <= (decided.get(key) ?? 0);
  return [...fetched, ...missing].filter((row) => !gone(row)).toSorted(compare);
}

/** The key to go to when some rows leave: the next one that stays, or else the last before them. */
export function keyAfter(
  rows: readonly Pick<QueueRow, 'key'>[],
  leaving: readonly string[],
  active: string | null,
): string | null {
  const at = rows.findIndex(({ key }) => key === active);
  const stays = ({ key }: { key: string }): boolean => !leaving.includes(key);
  return (
    (rows.slice(Math.max(at, 0)).find(stays) ?? rows.slice(0, Math.max(at, 0)).findLast(stays))?.key ?? null
  );
}

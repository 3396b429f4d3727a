/** A row whose moments are text, as responses write them. */
export type IsoTimes<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

/** Writes the moments of a row as ISO 8601 text in UTC. Days are to be read as `column::text`. */
export function isoTimes<T extends object>(row: T): IsoTimes<T> {
  const plain: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) {
    plain[key] = value instanceof Date ? value.toISOString() : value;
  }
  return plain as IsoTimes<T>;
}

const isoInstant = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads a strict ISO 8601 instant with offset; years 1970 to 2100.
 * @returns the instant in canonical form (`2026-11-19T14:20:00.000Z`) or null
 */
export function readInstant(value: string): string | null {
  const match = isoInstant.exec(value);
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match.map(Number) as number[];
  if (year! < 1970 || year! > 2100 || month! < 1 || month! > 12) return null;
  if (day! < 1 || day! > new Date(Date.UTC(year!, month!, 0)).getUTCDate()) return null;
  if (hour! > 23 || minute! > 59 || (second! || 0) > 59) return null;
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

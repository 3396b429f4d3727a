/** What one cell holds: a number, nothing, or something that cannot be read. */
export type CellValue = number | null | undefined;

const nothing = /^(|-|–|—|\.|\?|n\/?a|#n\/a|nan|null|none|nil|missing)$/i;
const plainNumber = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** Without what people and programs put around numbers: spaces of any width, long minus, a percent sign. */
function bare(cell: string): string {
  return cell
    .trim()
    .replace(/(?<=\d)[\s_'](?=\d{3}(?!\d))/g, '')
    .replace(/\u2212/g, '-')
    .replace(/\s*%$/, '');
}

export function isBlank(cell: string): boolean {
  return nothing.test(cell.trim());
}

/**
 * Reads a number; `1,234.5` and, with decimal commas, `1.234,5`.
 * @returns null where nothing stands (also `NaN`, `null`, `n/a`), undefined where it is no number
 */
export function readNumber(cell: string, decimalComma: boolean): CellValue {
  if (isBlank(cell)) return null;
  let words = bare(cell);
  if (decimalComma)
    words = words.replace(/^([-+]?\d{1,3})((?:\.\d{3})+)(?=,|$)/, joinGroups).replace(',', '.');
  else words = words.replace(/^([-+]?\d{1,3})((?:,\d{3})+)(?=\.|$)/, joinGroups);
  if (!plainNumber.test(words)) return undefined;
  const value = Number(words);
  return Number.isFinite(value) ? value : undefined;
}

const joinGroups = (_: string, first: string, groups: string): string => first + groups.replace(/[.,]/g, '');

/**
 * Whether commas part the decimals: some comma cannot part thousands, and no dot stands where decimals would.
 * @param cells of the whole table: a table has one way to write numbers
 */
export function usesDecimalCommas(cells: readonly string[]): boolean {
  let commas = false;
  for (const cell of cells) {
    const words = bare(cell);
    if (/^[-+]?\d*\.\d+(e[-+]?\d+)?$/i.test(words) && !/^[-+]?[1-9]\d{0,2}(\.\d{3})+$/.test(words))
      return false;
    if (/^[-+]?[\d.]*,\d+(e[-+]?\d+)?$/i.test(words) && !/^[-+]?[1-9]\d{0,2}(,\d{3})+$/.test(words))
      commas = true;
  }
  return commas;
}

const isoTime =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Reads an ISO day or time; without an offset it is UTC. Years 1970 to 2100.
 * @returns milliseconds since 1970, null where nothing stands, undefined where it is no time
 */
export function readTime(cell: string): CellValue {
  if (isBlank(cell)) return null;
  const match = isoTime.exec(cell.trim());
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const daysOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (year < 1970 || year > 2100 || month < 1 || month > 12 || day < 1 || day > daysOfMonth) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const fraction = match[7] ? Number(`0${match[7]}`) * 1000 : 0;
  return Date.UTC(year, month - 1, day, hour, minute, second) + Math.floor(fraction) - offsetMs(match[8]);
}

/**
 * Reads an ISO time, or seconds or milliseconds since 1970.
 * @returns milliseconds since 1970, null where nothing stands, undefined where it is no time
 */
export function readMoment(cell: string, decimalComma: boolean): CellValue {
  const time = readTime(cell);
  if (time !== undefined) return time;
  const number = readNumber(cell, decimalComma);
  if (typeof number !== 'number') return number;
  if (number >= 1e11 && number < 4.2e12) return number;
  return number >= 1e8 && number < 4.2e9 ? number * 1000 : undefined;
}

function offsetMs(offset: string | undefined): number {
  if (!offset || /^z$/i.test(offset)) return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

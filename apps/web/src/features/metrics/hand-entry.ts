/** One audit as a person writes it down. */
export interface HandEntry {
  /** ISO 8601, or null for now. */
  at: string | null;
  /** How many items were looked at. */
  size: string;
  /** How many of them were good; only for shares. */
  positives: string;
  value: string;
  environment: string;
}

export interface EnteredPoint {
  value: number;
  n: number | null;
}

function numberOf(words: string): number {
  return words.trim() === '' ? NaN : Number(words.trim().replace(',', '.'));
}

/**
 * Reads an audit: a share by size and positives, everything else by its value, with the size where it is known.
 * @returns the value and n, or a sentence that says what is missing
 */
export function readEntry(
  { size, positives, value }: Pick<HandEntry, 'size' | 'positives' | 'value'>,
  share: boolean,
): EnteredPoint | string {
  const n = size.trim() === '' ? null : numberOf(size);
  if (n !== null && !(Number.isInteger(n) && n >= 1)) return 'The size is a whole number from 1 on.';
  if (share && positives.trim() !== '') {
    const good = numberOf(positives);
    if (n === null) return 'Say how many were looked at: the size.';
    if (!Number.isInteger(good) || good < 0 || good > n)
      return `Positives are a whole number from 0 to ${n}.`;
    return { value: good / n, n };
  }
  const number = numberOf(value);
  if (Number.isNaN(number)) return share ? 'Write the positives, or the share itself.' : 'Write the value.';
  if (share && (number < 0 || number > 1)) return 'A share lies between 0 and 1.';
  return { value: number, n };
}

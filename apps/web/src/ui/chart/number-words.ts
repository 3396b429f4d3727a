/** What is needed to write the values of a series. */
export interface Measure {
  name: string;
  unit: string;
  scale: 'proportion' | 'score' | 'unbounded';
}

const minus = '\u2212';

/** A number with a true minus and thin thousands: `-1234.5` -> `−1,234.5`. */
export function numberWords(value: number, digits: number): string {
  const words = Math.abs(value).toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return value < 0 && Number(words.replaceAll(',', '')) !== 0 ? `${minus}${words}` : words;
}

/** As many digits as make three significant ones; none from a hundred on. */
export function usualDigits(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || size >= 100) return 0;
  return Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(size))));
}

/** The unit that values are written in; shares are written in percent. */
export function unitOf({ scale, unit }: Measure): string {
  return scale === 'proportion' ? '%' : unit;
}

/** A value as written: shares in percent. @param digits after the point; three significant ones when left out */
export function valueWords(value: number, measure: Measure, digits?: number): string {
  const shown = measure.scale === 'proportion' ? value * 100 : value;
  const unit = unitOf(measure);
  const words = numberWords(shown, digits ?? Math.min(usualDigits(shown), 3));
  return unit ? `${words} ${unit}` : words;
}

/** How far a series moved: shares in points, else in percent of where it was, else in its unit. */
export function changeWords(from: number, to: number, measure: Measure): string {
  const moved = to - from;
  const direction = moved > 0 ? 'up' : 'down';
  if (measure.scale === 'proportion') {
    const points = Math.abs(moved * 100);
    return points < 0.05 ? 'unchanged' : `${direction} ${numberWords(points, points < 10 ? 1 : 0)} points`;
  }
  if (from > 0 && to >= 0) {
    const percent = Math.abs((moved / from) * 100);
    return percent < 0.05 ? 'unchanged' : `${direction} ${numberWords(percent, percent < 10 ? 1 : 0)} %`;
  }
  return moved === 0 ? 'unchanged' : `${direction} ${valueWords(Math.abs(moved), measure)}`;
}

import type { Mitigation } from './mitigation-queries.js';

export type Effect = NonNullable<Mitigation['effect']>;

/** A number with its sign, three digits at most, and a true minus: `+2.3`, `−1.25`, `0`. */
export function signed(value: number): string {
  const text = Number(Math.abs(value).toPrecision(3)).toLocaleString('en');
  if (text === '0') return '0';
  return `${value < 0 ? '−' : '+'}${text}`;
}

const plain = (value: number): string => signed(value).replace('+', '');

/** The interval beside an estimate: `0.4 to 4.2`. */
export function intervalWords({ low, high }: Pick<Effect, 'low' | 'high'>): string {
  return `${plain(low)} to ${plain(high)}`;
}

/** What an effect says: an interval that holds zero says nothing yet. */
export function effectSentence({ low, high, value, unit }: Effect): string {
  const size = `by ${plain(Math.abs(value))}${unit && ` ${unit}`} (90 % interval ${intervalWords({ low, high })})`;
  if (low > 0) return `The gap narrowed ${size}.`;
  if (high < 0) return `The gap widened ${size}.`;
  return `No clear effect: ${signed(value)} (90 % interval ${intervalWords({ low, high })}).`;
}

/** The half width of a scale that holds all intervals; 1 where there is none. */
export function reachOf(effects: readonly (Effect | null)[]): number {
  const ends = effects.flatMap((effect) => (effect ? [Math.abs(effect.low), Math.abs(effect.high)] : []));
  return Math.max(...ends, 0) || 1;
}

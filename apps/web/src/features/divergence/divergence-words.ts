import { dayWords, placeWords } from '../../ui/chart/axis-words.js';
import { type Measure, numberWords, usualDigits } from '../../ui/chart/number-words.js';
import type { Finding } from './divergence-queries.js';

/** The amount of a gap as written: shares in points, else in the unit of the intent. Without its sign. */
export function gapWords(gap: number, measure: Measure): string {
  return `${gapDigits(Math.abs(gap), measure)}${gapUnit(measure)}`;
}

/** `5.3 to 9.3`, the ends of an interval in the same unit. */
export function gapInterval(low: number, high: number, measure: Measure): string {
  return `${gapDigits(low, measure)} to ${gapDigits(high, measure)}`;
}

/** A gap as charts show it: below what is implied is below zero. */
export function shownGap(gap: number, { scale }: Measure): number {
  return scale === 'proportion' ? -100 * gap : -gap;
}

export function gapUnit({ scale, unit }: Measure): string {
  if (scale === 'proportion') return ' points';
  return unit ? ` ${unit}` : '';
}

function gapDigits(value: number, { scale }: Measure): string {
  const shown = scale === 'proportion' ? value * 100 : value;
  return numberWords(shown, scale === 'proportion' ? 1 : Math.min(usualDigits(shown), 3));
}

/** A chance, as `.94`; never nought and never one. */
export function chanceWords(chance: number): string {
  if (chance > 0.99) return 'over .99';
  if (chance < 0.01) return 'under .01';
  return chance.toFixed(2).slice(1);
}

/** A day of this year without the year: `14 Sep`; of another with it. */
export function shortDay(iso: string, now = new Date()): string {
  const words = dayWords(Math.floor(Date.parse(iso) / 86_400_000) * 86_400_000);
  return words.replace(` ${now.getUTCFullYear()}`, '');
}

/** Since when, in the words of the axis: `14 Sep`, `step 195`, `KL 3.25`. */
export function onsetWords({ axis, onsetAt, onsetX }: Finding): string {
  if (onsetAt) return shortDay(onsetAt);
  return placeWords(axis, onsetX ?? 0).replace(/^Step/, 'step');
}

/** The set that holds the onset with 90 %. */
export function onsetSet(finding: Finding): string {
  const { axis, onsetLowAt, onsetHighAt, onsetLowX, onsetHighX } = finding;
  if (onsetLowAt && onsetHighAt) return `${shortDay(onsetLowAt)} to ${shortDay(onsetHighAt)}`;
  return `${placeWords(axis, onsetLowX ?? 0)} to ${numberWords(onsetHighX ?? 0, axis === 'kl' ? 2 : 0)}`;
}

/** The alarm that counts: the newest that still stands. */
export function standing(findings: readonly Finding[]): Finding | null {
  return findings.find(({ withdrawnAt }) => withdrawnAt === null) ?? null;
}

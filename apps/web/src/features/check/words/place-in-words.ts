import { dayWords } from '../../../ui/chart/axis-words.js';
import { numberWords } from '../../../ui/chart/number-words.js';
import type { CheckAxis } from '../table/column-guess.js';

/** A place inside of a sentence: `step 1,200`, `KL 3.25`, `12 Nov 2026`. */
export function placeInWords(axis: CheckAxis, x: number): string {
  const words = bareInWords(axis, x);
  return axis === 'time' ? words : `${axis === 'kl' ? 'KL' : 'step'} ${words}`;
}

/** The same without its noun, for the second of two. */
export function bareInWords(axis: CheckAxis, x: number): string {
  if (axis === 'time') return dayWords(Math.floor(x / 60_000) * 60_000);
  return numberWords(x, axis === 'kl' ? 2 : 0);
}

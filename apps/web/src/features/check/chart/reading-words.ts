import { placeWords } from '../../../ui/chart/axis-words.js';
import { numberWords, usualDigits, valueWords } from '../../../ui/chart/number-words.js';
import type { Half } from '../checked-run.js';
import type { CheckModel, Reading } from './check-model.js';

/** What a reading says, piece by piece: the same on screen and for a screen reader. */
export interface ReadingWords {
  place: string;
  proxy: string;
  intent: string;
  /** Size, smoothed level with its band, prediction. */
  more: string;
}

export function readingWords({ axis, proxy, intent }: CheckModel, reading: Reading): ReadingWords {
  const { level, n, predicted } = reading;
  const more = [
    n === null ? '' : `n ${numberWords(n, 0)}`,
    level
      ? `smoothed ${bare(level.intent, intent)} (${bare(level.lo, intent)} to ${bare(level.hi, intent)})`
      : '',
    predicted === null ? '' : `the link predicts ${bare(predicted, intent)}`,
  ];
  return {
    place: placeWords(axis, reading.x),
    proxy: reading.proxy === null ? 'no value' : valueWords(reading.proxy, proxy),
    intent:
      reading.intent === null
        ? 'no evaluation'
        : valueWords(reading.intent, intent, digitsOf(reading.intent, intent)),
    more: more.filter(Boolean).join(', '),
  };
}

export function readingSentence(model: CheckModel, reading: Reading): string {
  const { place, proxy, intent, more } = readingWords(model, reading);
  return `${place}: proxy ${proxy}, intent ${intent}${more ? `, ${more}` : ''}`;
}

function digitsOf(value: number, { scale }: Half): number {
  return scale === 'proportion' ? 1 : Math.min(3, usualDigits(value));
}

/** A value without its unit: shares in percent. */
export function bare(value: number, half: Half): string {
  return numberWords(half.scale === 'proportion' ? value * 100 : value, digitsOf(value, half));
}

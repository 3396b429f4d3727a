import { dayMs } from './moving-mean.js';
import { numberWords } from './number-words.js';

export type Axis = 'time' | 'step' | 'kl';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** A place on the axis in words: `Thu 12 Nov 2026` (UTC), `Step 1,200`, `KL 3.25`. */
export function placeWords(axis: Axis, x: number): string {
  if (axis === 'step') return `Step ${numberWords(x, 0)}`;
  if (axis === 'kl') return `KL ${numberWords(x, 2)}`;
  const date = new Date(x);
  return `${weekdays[date.getUTCDay()]} ${dayWords(x)}`;
}

/** `12 Nov 2026` in UTC, the time of day too where it is not midnight. */
export function dayWords(x: number): string {
  const date = new Date(x);
  const day = `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return x % dayMs === 0 ? day : `${day}, ${date.toISOString().slice(11, 16)} UTC`;
}

/** Words under the ticks of the axis; the year stands with the first and with every January. */
export function tickWords(axis: Axis, ticks: readonly number[]): string[] {
  const step = ticks.length > 1 ? ticks[1]! - ticks[0]! : 0;
  if (axis !== 'time') return ticks.map((x) => numberWords(x, step >= 1 || step === 0 ? 0 : 2));
  return ticks.map((x, index) => {
    const date = new Date(x);
    const month = months[date.getUTCMonth()]!;
    if (step > 0 && step < dayMs) return date.toISOString().slice(11, 16);
    const words = step >= 27 * dayMs ? month : `${date.getUTCDate()} ${month}`;
    const before = ticks[index - 1];
    const newYear = before === undefined || new Date(before).getUTCFullYear() !== date.getUTCFullYear();
    return newYear ? `${words} ${date.getUTCFullYear()}` : words;
  });
}

import type { OutboundAnswer } from '../platform/outbound/outbound.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long after a failed try the next one comes; after the last there is none. */
export const ladder: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];
const longestWait = 24 * hour;
/** Tries that failed together do not come back together: up to this share later. */
const jitter = 0.2;

/**
 * When to try again.
 * @param attempts how many failed so far, 1 or more
 * @param random from 0 to 1
 * @returns milliseconds from now; null to give up
 */
export function nextTry(
  attempts: number,
  { retryAfter }: Pick<OutboundAnswer, 'retryAfter'>,
  now: Date,
  random: number,
): number | null {
  const step = ladder[attempts - 1];
  if (step === undefined) return null;
  const asked = Math.min(askedFor(retryAfter, now), longestWait);
  return Math.round(Math.max(step * (1 + jitter * random), asked));
}

/** `Retry-After` in milliseconds: seconds, or a date; 0 for what is neither. */
function askedFor(retryAfter: string | null, now: Date): number {
  if (retryAfter === null) return 0;
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter) * second;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime());
}

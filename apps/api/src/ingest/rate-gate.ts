import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem/problem.js';

/** What one key may send in a minute. */
export const perMinute = 6000;
const windowMs = 60_000;

/** What is left of a key's minute. */
export interface Allowance {
  remaining: number;
  /** Until the next minute begins. */
  seconds: number;
}

/** Counts what each key sends, minute by minute, in this process. */
@Injectable()
export class RateGate {
  private minute = 0;
  private readonly sent = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** Counts one request. */
  take(credentialId: string): Allowance {
    const now = this.clock.now().getTime();
    const minute = Math.floor(now / windowMs);
    if (minute !== this.minute) {
      this.minute = minute;
      this.sent.clear();
    }
    const sent = (this.sent.get(credentialId) ?? 0) + 1;
    this.sent.set(credentialId, sent);
    return { remaining: perMinute - sent, seconds: Math.ceil(((minute + 1) * windowMs - now) / 1000) };
  }
}

/** What an answer says of it. */
export function rateHeaders({ remaining, seconds }: Allowance): Record<string, string> {
  return {
    'ratelimit-policy': `"key";q=${perMinute};w=60`,
    ratelimit: `"key";r=${Math.max(0, remaining)};t=${seconds}`,
  };
}

export function tooOften({ seconds }: Allowance): Problem {
  return new Problem(
    'request/too-often',
    `This key has sent ${perMinute.toLocaleString('en')} requests within a minute. Send more in one request, or wait.`,
    { headers: { 'retry-after': String(seconds) } },
  );
}

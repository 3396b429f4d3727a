import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Problem } from '../platform/problem/problem.js';
import { AttemptsQueries, type Pace } from './attempts.queries.js';
import { SessionsQueries } from './sessions.queries.js';

/** Someone at one address trying one account: five are free, then the wait doubles from 1 s to 30 s. */
const onePair: Pace = { free: 5, longestSeconds: 30 };
/** Many addresses on one account, or one address on many accounts: 50 are free, then one every 2 s. */
const many: Pace = { free: 50, longestSeconds: 2 };

/** An attempt that may go on. */
export interface Attempt {
  /** Forgets what failed before. Not calling it leaves the attempt counted as failed. */
  succeeded(): Promise<void>;
}

/**
 * Slows guessing down without locking anybody out: the wait is short, a refused attempt does not lengthen it, and
 * a person who is signed in from an address already is held up only by failures from that very address.
 */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly attempts: AttemptsQueries,
    private readonly sessions: SessionsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt before its password is looked at, so that a hundred at once count as a hundred.
   * @param personId whose account it is; null when the address belongs to nobody
   * @throws Problem 429 with Retry-After
   */
  async admit(email: string, personId: string | null, address: string): Promise<Attempt> {
    const at = this.clock.now();
    const account = email.toLowerCase();
    const pair = `pair:${account}|${address}`;
    await this.take(pair, onePair, at);
    const known = personId !== null && (await this.sessions.knownFrom(personId, address, at));
    if (!known) {
      await this.take(`account:${account}`, many, at);
      await this.take(`address:${address}`, many, at);
    }
    return { succeeded: () => this.attempts.forget([pair, `account:${account}`], at) };
  }

  private async take(key: string, pace: Pace, at: Date): Promise<void> {
    const waitSeconds = await this.attempts.take(key, pace, at);
    if (waitSeconds === 0) return;
    throw new Problem(
      'auth/slow-down',
      `Too many attempts. Wait ${waitSeconds === 1 ? 'a second' : `${waitSeconds} seconds`}, then try again.`,
      { headers: { 'retry-after': String(waitSeconds) } },
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Job, type Work } from '../platform/jobs/job.js';
import { TellingsQueries } from './tellings.queries.js';

const keptMs = 90 * 24 * 3_600_000;
const atOnce = 500;

/** Lets go of what was told, or given up, long ago. */
@Injectable()
@Job({ name: 'webhooks/forget-tellings', every: '41 * * * *' })
export class ForgetTellings implements Work {
  constructor(
    private readonly tellings: TellingsQueries,
    private readonly clock: Clock,
  ) {}

  async work(_: unknown, signal: AbortSignal): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptMs);
    while (!signal.aborted && (await this.tellings.removeOlder(before, atOnce)) === atOnce);
  }
}

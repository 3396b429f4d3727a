import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Job, type Work } from '../platform/jobs/job.js';
import { DeliveriesQueries } from './deliveries.queries.js';

const day = 24 * 3_600_000;
/** What tools sent is kept this long; what it became, and the hash, three times as long. */
const bodiesKeptMs = 30 * day;
const deliveriesKeptMs = 90 * day;
const atOnce = 500;

/** Lets go of what tools sent long ago, a batch at a time. */
@Injectable()
@Job({ name: 'ingest/forget-bodies', every: '23 * * * *' })
export class ForgetBodies implements Work {
  constructor(
    private readonly deliveries: DeliveriesQueries,
    private readonly clock: Clock,
  ) {}

  async work(_: unknown, signal: AbortSignal): Promise<void> {
    const now = this.clock.now().getTime();
    const bodies = () => this.deliveries.forgetBodies(new Date(now - bodiesKeptMs), atOnce);
    const rows = () => this.deliveries.removeOlder(new Date(now - deliveriesKeptMs), atOnce);
    for (const batch of [bodies, rows]) while (!signal.aborted && (await batch()) === atOnce);
  }
}

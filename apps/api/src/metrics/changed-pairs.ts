import { Injectable } from '@nestjs/common';
import { Jobs } from '../platform/jobs/jobs.js';
import { ChangedPairsQueries } from './changed-pairs.queries.js';

/** Leaves a mark on every pair that has to be looked at again, in the transaction of what changed it. */
@Injectable()
export class ChangedPairs {
  constructor(
    private readonly queries: ChangedPairsQueries,
    private readonly jobs: Jobs,
  ) {}

  /** New or corrected values: the pairs of their metrics are behind from the earliest of them on. */
  async markMetrics(
    workspaceId: string,
    points: readonly { metricId: string; ts: string | null }[],
    now: Date,
  ): Promise<void> {
    const earliest = new Map<string, string>();
    for (const { metricId, ts } of points) {
      const at = ts ?? 'infinity';
      const known = earliest.get(metricId);
      if (known === undefined || known === 'infinity' || (at !== 'infinity' && at < known))
        earliest.set(metricId, at);
    }
    const marked = await this.queries.markMetrics(workspaceId, [...earliest], now);
    if (marked > 0) this.jobs.tell('pairs.changed');
  }

  /** The pair itself is another: from that moment on, or (null) from its beginning. */
  async markPair(workspaceId: string, pairId: string, from: Date | null, now: Date): Promise<void> {
    await this.queries.markPair(workspaceId, pairId, from?.toISOString() ?? '-infinity', now);
    this.jobs.tell('pairs.changed');
  }
}

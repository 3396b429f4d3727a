import { DiscoveryService } from '@nestjs/core';

/** What a job is called and how often it looks for work by itself. */
export interface JobPlan {
  /** `feature/verb-object`: `divergence/catch-up`. Stored with what waits, so it is not renamed lightly. */
  name: string;
  /** Cron pattern in UTC, to the minute: `* * * * *`; null for one that only runs when it is asked to. */
  every: string | null;
  /** News after which it looks at once: `pairs.changed`. Whoever has news need not know who listens. */
  hears?: readonly string[];
}

/**
 * Work beside the requests. Classes that carry {@link Job} are found wherever a feature provides them.
 * A job may be cut short at any moment and started again, also twice at once in two processes: it takes what it
 * works on by rows and locks of its own, and leaves nothing half done.
 */
export interface Work {
  /**
   * @param payload what was handed over with {@link Jobs.add}; `{}` for a sweep
   * @param signal is aborted when the process drains: stop after the piece under way
   */
  work(payload: unknown, signal: AbortSignal): Promise<void>;
}

/** Marks a provider as a job. */
export const Job = DiscoveryService.createDecorator<JobPlan>();

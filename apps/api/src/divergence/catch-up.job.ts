import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Job, type Work } from '../platform/jobs/job.js';
import { LOGGER, type Logger } from '../platform/log.js';
import { PairCatchUpService } from './pair-catch-up.service.js';
import { PairWatchQueries, type PairToSee } from './pair-watch.queries.js';

/** How many pairs are looked for at a time. */
const batch = 100;
/** How many are under way at once: while one is computed, another is read. */
const atOnce = 3;

/** Lets the detector see what has come since: every marked pair, and those that were silent for a while. */
@Injectable()
@Job({ name: 'divergence/catch-up', every: '* * * * *', hears: ['pairs.changed'] })
export class CatchUp implements Work {
  constructor(
    private readonly queries: PairWatchQueries,
    private readonly pairs: PairCatchUpService,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async work(_: unknown, signal: AbortSignal): Promise<void> {
    const tried = new Set<string>();
    let failure: unknown = null;
    for (;;) {
      const waiting = await this.queries.toSee(this.clock.now(), batch, [...tried]);
      if (waiting.length === 0) break;
      const queue = [...waiting];
      const take = async (): Promise<void> => {
        for (let pair = queue.shift(); pair && !signal.aborted; pair = queue.shift()) {
          tried.add(pair.pairId);
          failure = (await this.see(pair)) ?? failure;
        }
      };
      await Promise.all(Array.from({ length: atOnce }, take));
      if (signal.aborted) break;
    }
    // One pair that cannot be watched does not stop the others; the job still says so.
    if (failure !== null) throw failure as Error;
  }

  private async see(pair: PairToSee): Promise<unknown> {
    try {
      await this.pairs.catchUp(pair);
      return null;
    } catch (error) {
      this.log.error(
        { pair: pair.pairId, error: String(error) },
        'The detector could not catch up with a pair',
      );
      return error;
    }
  }
}

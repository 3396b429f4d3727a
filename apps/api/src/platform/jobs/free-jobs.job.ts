import { Inject, Injectable } from '@nestjs/common';
import { makeWorkerUtils } from 'graphile-worker';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { LOGGER, type Logger } from '../log.js';
import { openJobPool, jobSchema, queueLogger } from './job-pool.js';
import { Job, type Work } from './job.js';
import { JobsQueries } from './jobs.queries.js';
import { PoolLocks } from './pool-locks.js';

/** A pool takes its lock right after its first job; younger holders are not doubted, in milliseconds. */
const trusted = 30_000;

/** Gives back what a killed process had begun: the queue by itself would keep it for four hours. */
@Injectable()
@Job({ name: 'platform/free-jobs', every: '* * * * *' })
export class FreeJobs implements Work {
  constructor(
    private readonly queries: JobsQueries,
    private readonly locks: PoolLocks,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async work(): Promise<void> {
    await this.locks.holdAgain();
    const holders = await this.queries.holders(new Date(this.clock.now().getTime() - trusted));
    if (holders.length === 0) return;
    const dead = await this.locks.dead(holders);
    if (dead.length === 0) return;
    const pgPool = openJobPool(this.config.databaseUrl, this.log);
    try {
      const utils = await makeWorkerUtils({ pgPool, schema: jobSchema, logger: queueLogger(this.log) });
      await utils.forceUnlockWorkers(dead);
      await utils.release();
    } finally {
      await pgPool.end();
    }
  }
}

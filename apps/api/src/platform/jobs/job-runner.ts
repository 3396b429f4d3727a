import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { EventEmitter } from 'node:events';
import { makeWorkerUtils, run, runOnce, type Runner, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { LOGGER, type Logger } from '../log.js';
import { JobList } from './job-list.js';
import { jobSchema, openJobPool, queueLogger } from './job-pool.js';
import { JobsQueries } from './jobs.queries.js';
import { PoolLocks } from './pool-locks.js';

/** How long calls for the same sweep are gathered, in milliseconds. */
const gatherFor = 100;
/** How long to wait before the queue is opened again after it broke, in milliseconds. */
const breathe = 1000;

/** Runs the queue in this process: from the start until it drains, whatever the database does meanwhile. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private pool: pg.Pool | null = null;
  private runner: Runner | null = null;
  private running: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();
  private readonly asked = new Set<string>();
  private gathering: NodeJS.Timeout | null = null;

  constructor(
    private readonly list: JobList,
    private readonly queries: JobsQueries,
    private readonly locks: PoolLocks,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Begins beside the start, not before it: the first request need not wait for the queue. */
  onApplicationBootstrap(): void {
    this.list.all();
    if (this.config.jobs === 'in_background') this.running = this.keepRunning();
  }

  /** Lets jobs under way come to their end, after telling them to hurry; takes no new ones. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    if (this.gathering) clearTimeout(this.gathering);
    await this.runner?.stop('draining').catch(() => undefined);
    await this.running;
    await this.locks.release();
    await this.pool?.end();
  }

  /** Has a sweep run soon: calls that come together make one. */
  ask(name: string): void {
    this.asked.add(name);
    if (this.config.jobs === 'in_background') this.gathering ??= setTimeout(() => this.hand(), gatherFor);
  }

  /** Runs all sweeps and all that is due, until nothing asks for more. @throws whatever a job threw first */
  async workOff(): Promise<void> {
    this.list.failures.length = 0;
    for (const { plan } of this.list.all()) if (plan.every !== null) this.asked.add(plan.name);
    const utils = await makeWorkerUtils(this.options());
    try {
      for (;;) {
        const sweeps = [...this.asked];
        this.asked.clear();
        for (const name of sweeps) await utils.addJob(name, {}, { jobKey: name, maxAttempts: 1 });
        const due = await this.queries.dueIds(this.clock.now());
        if (due.length === 0) break;
        await utils.rescheduleJobs(due, { runAt: new Date(0) });
        await runOnce({ ...this.options(), noHandleSignals: true }, this.list.tasks());
        if (this.list.failures.length > 0) throw this.list.failures[0];
      }
    } finally {
      await utils.release();
    }
  }

  private hand(): void {
    this.gathering = null;
    const names = [...this.asked];
    this.asked.clear();
    const { runner } = this;
    if (!runner) return;
    for (const name of names)
      runner.addJob(name, {}, { jobKey: name, maxAttempts: 1 }).catch((error: Error) => {
        // Its own turn comes within a minute.
        this.log.warn({ job: name, error: error.message }, 'A sweep could not be asked for');
      });
  }

  private async keepRunning(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        this.runner = await run(
          {
            ...this.options(),
            events: this.events(),
            concurrency: 3,
            pollInterval: 2000,
            noHandleSignals: true,
            parsedCronItems: this.list.sweeps(),
            gracefulShutdownAbortTimeout: 1,
          },
          this.list.tasks(),
        );
        if (signal.aborted) await this.runner.stop('draining');
        for (const { plan } of this.list.all()) if (plan.every !== null) this.ask(plan.name);
        await this.runner.promise;
      } catch (error) {
        if (!signal.aborted) this.log.warn({ error: String(error) }, 'The queue broke; opening it again');
      }
      this.runner = null;
      await delay(breathe, undefined, { signal }).catch(() => undefined);
    }
  }

  private options() {
    this.pool ??= openJobPool(this.config.databaseUrl, this.log);
    return { pgPool: this.pool, schema: jobSchema, logger: queueLogger(this.log) };
  }

  private events(): WorkerEvents {
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => void this.locks.hold(workerPool.id));
    return events;
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database/database.js';
import { JobList } from './job-list.js';
import { JobRunner } from './job-runner.js';
import { JobsQueries } from './jobs.queries.js';

/** The door to work beside the requests. */
@Injectable()
export class Jobs {
  constructor(
    private readonly database: Database,
    private readonly queries: JobsQueries,
    private readonly runner: JobRunner,
    private readonly list: JobList,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * For hot doors: their transaction leaves a mark on the row, and this has a sweep look at the marks soon after the
   * commit, many calls together once. Nothing is written to the queue inside the transaction; should the process die
   * in between, the sweep's own turn finds the mark within a minute.
   */
  soon(name: string): void {
    this.database.afterCommit(() => this.runner.ask(name));
  }

  /** Has every sweep that {@link JobPlan.hears} of such news run soon after the commit. */
  tell(news: string): void {
    for (const name of this.list.listeners(news)) this.soon(name);
  }

  /**
   * Puts one piece of work into the queue; it commits or vanishes with the open transaction, is tried again when it
   * fails (12 times, ever later), and begins at `at` or at once.
   * @param key replaces what waits under the same key
   */
  async add(name: string, payload: object, options: { at?: Date; key?: string } = {}): Promise<void> {
    await this.queries.add(name, payload, options.at ?? this.clock.now(), options.key ?? null);
  }

  /**
   * Runs every sweep and everything that is due by the clock, until nothing asks for more. For processes that run no
   * jobs of their own: tests, and commands of the administrator.
   * @throws whatever a job threw first
   */
  async workOff(): Promise<void> {
    if (this.config.jobs !== 'on_demand') throw new Error('This process works its jobs off by itself.');
    await this.runner.workOff();
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { parseCronItems, type ParsedCronItem, type TaskList } from 'graphile-worker';
import { LOGGER, type Logger } from '../log.js';
import { JobFigures } from './job-figures.js';
import { Job, type JobPlan, type Work } from './job.js';

/** Every job of this program, as the queue wants to have them. */
@Injectable()
export class JobList {
  private found: { plan: JobPlan; job: Work }[] | null = null;
  /** What went wrong since somebody last asked: tests do, so that no failure passes unseen. */
  readonly failures: unknown[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly figures: JobFigures,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** @throws Error when two jobs share a name */
  all(): readonly { plan: JobPlan; job: Work }[] {
    this.found ??= this.discovery.getProviders({ metadataKey: Job.KEY }).map((wrapper) => ({
      plan: this.discovery.getMetadataByDecorator(Job, wrapper)!,
      job: wrapper.instance as Work,
    }));
    const names = this.found.map(({ plan }) => plan.name);
    const twice = names.find((name, place) => names.indexOf(name) !== place);
    if (twice) throw new Error(`Two jobs are called ${twice}.`);
    return this.found;
  }

  /** The names of the jobs that want to know. */
  listeners(news: string): string[] {
    return this.all().flatMap(({ plan }) => (plan.hears?.includes(news) ? [plan.name] : []));
  }

  tasks(): TaskList {
    return Object.fromEntries(
      this.all().map(({ plan, job }) => [
        plan.name,
        (payload: unknown, { abortSignal }: { abortSignal: AbortSignal }) =>
          this.run(plan.name, () => job.work(payload, abortSignal)),
      ]),
    );
  }

  /** Sweeps by the clock. One that waits already is not doubled, one that failed is simply due again. */
  sweeps(): ParsedCronItem[] {
    return parseCronItems(
      this.all()
        .filter(({ plan }) => plan.every !== null)
        .map(({ plan: { name, every } }) => ({
          task: name,
          match: every!,
          options: { jobKey: name, jobKeyMode: 'replace' as const, maxAttempts: 1 },
        })),
    );
  }

  private async run(name: string, work: () => Promise<void>): Promise<void> {
    const end = this.figures.begin(name);
    try {
      await work();
      end('done');
    } catch (error) {
      end('failed');
      this.failures.push(error);
      if (this.failures.length > 20) this.failures.shift();
      this.log.error(
        { job: name, error: error instanceof Error ? error.stack : String(error) },
        'A job failed',
      );
      throw error;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { Gauge, Histogram } from 'prom-client';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { Metrics } from '../metrics/metrics.js';
import { JobsQueries, type Waiting } from './jobs.queries.js';

/** How the jobs are doing, for `/metrics`: how long each takes, how many are due, and how late the oldest is. */
@Injectable()
export class JobFigures {
  private readonly durations: Histogram<'job' | 'outcome'>;

  constructor(metrics: Metrics, clock: Clock, database: Database) {
    const queries = new JobsQueries(database);
    const registers = [metrics.registry];
    this.durations = new Histogram({
      name: 'plumbline_job_seconds',
      help: 'Duration of jobs by name and outcome (done, failed)',
      labelNames: ['job', 'outcome'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60, 300],
      registers,
    });
    const gauge = (name: string, help: string, read: (waiting: Waiting) => number): Gauge =>
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          const waiting = await queries.waiting(clock.now()).catch(() => null);
          // No figure is better than a wrong one: without a database nobody knows.
          if (waiting === null) this.remove();
          else this.set(read(waiting));
        },
      });
    gauge('plumbline_jobs_due', 'Jobs that are due and not begun', ({ due }) => due);
    gauge(
      'plumbline_job_lag_seconds',
      'How long the oldest due job has been waiting; 0 when none is',
      ({ lagSeconds }) => lagSeconds,
    );
  }

  /** Starts the watch for one run. @returns stops it and notes the outcome */
  begin(job: string): (outcome: 'done' | 'failed') => void {
    const end = this.durations.startTimer({ job });
    return (outcome) => end({ outcome });
  }
}

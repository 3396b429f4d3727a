import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

export interface Waiting {
  due: number;
  /** Of the oldest. */
  lagSeconds: number;
}

/** Questions to the queue's own tables, through the view and function it offers. */
@Injectable()
export class JobsQueries {
  constructor(private readonly database: Database) {}

  /** What is due at that moment and not begun. */
  async waiting(now: Date): Promise<Waiting> {
    const row = await this.database.first<{ due: number; lag: number | null }>(
      `SELECT count(*)::int AS due, extract(epoch FROM $1::timestamptz - min(run_at))::float8 AS lag
         FROM graphile_worker.jobs
        WHERE run_at <= $1 AND locked_at IS NULL AND attempts < max_attempts`,
      [now],
    );
    return { due: row!.due, lagSeconds: Math.max(0, row!.lag ?? 0) };
  }

  /** Puts a job into the queue, in the transaction that is open. */
  async add(name: string, payload: object, runAt: Date, key: string | null): Promise<void> {
    await this.database.query(
      `SELECT graphile_worker.add_job($1, $2::json, run_at := $3, job_key := $4, max_attempts := 12) IS NOT NULL`,
      [name, JSON.stringify(payload), runAt, key],
    );
  }

  /** Who has held a job since before that moment: ids of the queue's own worker pools. */
  async holders(since: Date): Promise<string[]> {
    const rows = await this.database.query<{ pool: string }>(
      `SELECT DISTINCT locked_by AS pool FROM graphile_worker.jobs WHERE locked_at < $1 ORDER BY pool`,
      [since],
    );
    return rows.map(({ pool }) => pool);
  }

  /** Ids of jobs that are due at that moment. */
  async dueIds(now: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM graphile_worker.jobs
        WHERE run_at <= $1 AND locked_at IS NULL AND attempts < max_attempts ORDER BY id`,
      [now],
    );
    return rows.map(({ id }) => id);
  }
}

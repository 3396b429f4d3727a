import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** How many attempts cost nothing, and how long the wait between further ones grows. */
export interface Pace {
  free: number;
  longestSeconds: number;
}

/** Minutes after which failures are forgotten. */
const memoryMinutes = 30;

@Injectable()
export class AttemptsQueries {
  constructor(private readonly database: Database) {}

  /**
   * Counts an attempt if it may be made now. One statement, so that simultaneous ones queue at the row.
   * @returns 0 when it may, else the seconds to wait; a refused one is not counted
   */
  async take(key: string, { free, longestSeconds }: Pace, at: Date): Promise<number> {
    const wait = `CASE WHEN a.failures < $3 THEN 0 ELSE least($4, power(2, least(a.failures - $3, 10))) END`;
    const forgotten = `a.last_at < $2::timestamptz - make_interval(mins => ${memoryMinutes})`;
    const taken = await this.database.query(
      `INSERT INTO sign_in_attempt AS a (key, failures, last_at) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE
          SET failures = CASE WHEN ${forgotten} THEN 1 ELSE a.failures + 1 END, last_at = excluded.last_at
        WHERE a.last_at + make_interval(secs => ${wait}) <= $2
       RETURNING key`,
      [key, at, free, longestSeconds],
    );
    if (taken.length > 0) return 0;
    const row = await this.database.first<{ seconds: number }>(
      `SELECT ceil(extract(epoch FROM a.last_at + make_interval(secs => ${wait}) - $2::timestamptz))::int AS seconds
         FROM sign_in_attempt a WHERE a.key = $1`,
      [key, at, free, longestSeconds],
    );
    return Math.max(1, row?.seconds ?? 1);
  }

  /** Forgets these, and whatever is old. */
  async forget(keys: string[], at: Date): Promise<void> {
    await this.database.query(
      `DELETE FROM sign_in_attempt
        WHERE key = ANY ($1) OR last_at < $2::timestamptz - make_interval(mins => ${memoryMinutes})`,
      [keys, at],
    );
  }
}

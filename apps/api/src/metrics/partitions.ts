import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';

const monthsBack = 24;
const monthsAhead = 2;

/** First day of the month that lies `months` after the month of `day`, as 2026-11-01. */
export function monthFrom(day: Date, months: number): string {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1)).toISOString().slice(0, 10);
}

/** Keeps the monthly partitions of the observations: 24 back, 2 ahead. Whatever is older lies in one of its own. */
@Injectable()
export class Partitions implements OnApplicationBootstrap {
  private ensuredFor = '';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.ensure(this.clock.now());
  }

  /** Makes the partitions that are missing in the month of `now`; free of cost when that was done before. */
  async ensure(now: Date): Promise<void> {
    const month = monthFrom(now, 0);
    if (this.ensuredFor === month) return;
    const wanted = Array.from({ length: monthsBack + monthsAhead + 1 }, (_, index) => index - monthsBack);
    await this.database.transaction(async () => {
      // Two processes may start at once: the second waits and finds nothing missing.
      await this.database.query(
        `SELECT pg_advisory_xact_lock(hashtextextended('observation partitions', 0))`,
      );
      const missing = await this.missing(wanted.map((offset) => nameOf(monthFrom(now, offset))));
      const statements = wanted
        .map((offset) => [monthFrom(now, offset), monthFrom(now, offset + 1)] as const)
        .filter(([from]) => missing.has(nameOf(from)))
        .map(([from, to]) => partition(from, to));
      if (statements.length > 0) await this.database.query(statements.join(';'));
    });
    this.ensuredFor = month;
  }

  private async missing(names: string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ name: string }>(
      `SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NULL`,
      [names],
    );
    return new Set(rows.map(({ name }) => name));
  }
}

function nameOf(month: string): string {
  return `observation_${month.slice(0, 7).replace('-', '_')}`;
}

function partition(from: string, to: string): string {
  return `CREATE TABLE ${nameOf(from)} PARTITION OF observation
          FOR VALUES FROM ('${from} 00:00:00+00') TO ('${to} 00:00:00+00')`;
}

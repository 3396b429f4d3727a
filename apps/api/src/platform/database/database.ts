import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';

type Row = Record<string, unknown>;

/**
 * The door to PostgreSQL: hand-written, parameterised SQL on one pool.
 * Inside `transaction` every `query` of the same async flow runs in that transaction; nested calls join it,
 * so an idempotent request, its effect, its activity and its kept answer commit together or not at all.
 */
@Injectable()
export class Database {
  private readonly open = new AsyncLocalStorage<{ runner: QueryRunner; afterCommit: (() => void)[] }>();

  constructor(private readonly source: DataSource) {}

  /** Runs one statement. @returns its rows, also for INSERT, UPDATE and DELETE ... RETURNING */
  async query<T extends object = Row>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const runner = this.open.getStore()?.runner;
    const answer: unknown = runner
      ? await runner.query(sql, [...parameters])
      : await this.source.query(sql, [...parameters]);
    return rowsOf<T>(answer);
  }

  /** The first row, or null. */
  async first<T extends object = Row>(sql: string, parameters: readonly unknown[] = []): Promise<T | null> {
    return (await this.query<T>(sql, parameters))[0] ?? null;
  }

  /** Runs `work` in one transaction (READ COMMITTED); joins the open one of this async flow if there is one. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.open.getStore()) return work();
    const runner = this.source.createQueryRunner();
    const afterCommit: (() => void)[] = [];
    try {
      await runner.startTransaction();
      const result = await this.open.run({ runner, afterCommit }, work);
      await runner.commitTransaction();
      for (const tell of afterCommit) tell();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** How many wait for a connection right now. */
  waiting(): number {
    const { master } = this.source.driver as { master?: { waitingCount?: number } };
    return master?.waitingCount ?? 0;
  }

  /** Runs `tell` once the open transaction has committed; at once when none is open. */
  afterCommit(tell: () => void): void {
    const store = this.open.getStore();
    if (store) store.afterCommit.push(tell);
    else tell();
  }
}

/** TypeORM answers UPDATE and DELETE with [rows, count], everything else with rows. */
function rowsOf<T>(answer: unknown): T[] {
  if (!Array.isArray(answer)) return [];
  if (answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number')
    return answer[0] as T[];
  return answer as T[];
}

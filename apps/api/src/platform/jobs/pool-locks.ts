import { Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from '../config.js';
import { LOGGER, type Logger } from '../log.js';

const lockOf = `hashtextextended('plumbline job pool ' || $1, 0)`;

/**
 * Shows other processes that the worker pools of this one are alive, by session locks that vanish with it: PostgreSQL
 * lets go of them the moment our connection ends, however it ended.
 */
@Injectable()
export class PoolLocks {
  private readonly mine = new Set<string>();
  private connection: Promise<pg.Client> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Takes the lock of a pool of ours. A loss of the connection is noticed and made good by {@link holdAgain}. */
  async hold(poolId: string): Promise<void> {
    this.mine.add(poolId);
    await this.lock(poolId).catch((error: Error) =>
      this.log.warn({ error: error.message }, 'The lock of the jobs could not be taken'),
    );
  }

  async holdAgain(): Promise<void> {
    if (this.connection === null) for (const poolId of this.mine) await this.lock(poolId);
  }

  /** @returns those of the pools that no living process holds */
  async dead(poolIds: readonly string[]): Promise<string[]> {
    const dead: string[] = [];
    const client = await this.connect();
    for (const id of poolIds.filter((pool) => !this.mine.has(pool))) {
      const { rows } = await client.query<{ free: boolean }>(
        `SELECT pg_try_advisory_lock(${lockOf}) AS free`,
        [id],
      );
      if (!rows[0]!.free) continue;
      await client.query(`SELECT pg_advisory_unlock(${lockOf})`, [id]);
      dead.push(id);
    }
    return dead;
  }

  async release(): Promise<void> {
    const { connection } = this;
    this.connection = null;
    await (await connection?.catch(() => null))?.end().catch(() => undefined);
  }

  private async lock(poolId: string): Promise<void> {
    await (await this.connect()).query(`SELECT pg_try_advisory_lock(${lockOf})`, [poolId]);
  }

  private connect(): Promise<pg.Client> {
    this.connection ??= this.open();
    return this.connection;
  }

  private async open(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'plumbline job lock',
      connectionTimeoutMillis: 10_000,
    });
    const lost = (): void => {
      this.connection = null;
    };
    client.on('error', lost);
    client.on('end', lost);
    try {
      await client.connect();
      return client;
    } catch (error) {
      lost();
      throw error;
    }
  }
}

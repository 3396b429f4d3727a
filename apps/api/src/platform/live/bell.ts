import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from '../config.js';
import { LOGGER, type Logger } from '../log.js';

const channel = 'plumbline_bell';
/** Ringings within this time become one, in milliseconds: a notification takes a lock that all commits share. */
const together = 40;
/** How long a lost connection is left alone, in milliseconds. */
const pause = 1_000;
/** A notification holds less than 8,000 bytes; names are UUIDs. */
const namesInOne = 100;

type Listener = (name: string) => void;

/**
 * Tells every process on one database that something happened under a name. Ringing is a hint, sent after the commit
 * on a connection of its own: whoever listens reads the truth from the tables, and looks by himself now and then,
 * since a hint can be lost.
 */
@Injectable()
export class Bell implements OnApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private readonly waiting = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private line: Promise<pg.Client> | null = null;
  private closed = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Rings under a name, soon; several ringings close together are one. */
  ring(name: string): void {
    if (this.closed) return;
    this.waiting.add(name);
    this.timer ??= setTimeout(() => void this.send(), together);
  }

  /** Hears every ringing of every process, its own included. @returns how to stop listening */
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    void this.open().catch(() => undefined);
    return () => this.listeners.delete(listener);
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    const line = await this.line?.catch(() => null);
    await line?.end().catch(() => undefined);
  }

  private async send(): Promise<void> {
    this.timer = null;
    const names = [...this.waiting];
    this.waiting.clear();
    try {
      const line = await this.open();
      for (let from = 0; from < names.length; from += namesInOne) {
        await line.query('SELECT pg_notify($1, $2)', [
          channel,
          names.slice(from, from + namesInOne).join(' '),
        ]);
      }
    } catch (error) {
      this.log.debug({ error: String(error) }, 'a ringing was lost');
    }
  }

  private open(): Promise<pg.Client> {
    if (this.closed) return Promise.reject(new Error('The bell is taken down.'));
    this.line ??= this.connect().catch((error: unknown) => {
      setTimeout(() => this.lost(), pause).unref();
      throw error;
    });
    return this.line;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      application_name: 'plumbline bell',
    });
    client.on('error', (error) => {
      this.log.warn({ error: error.message }, 'the connection of the bell broke');
      setTimeout(() => this.lost(), pause).unref();
    });
    client.on('notification', ({ payload }) => {
      for (const name of (payload ?? '').split(' ')) {
        for (const listener of this.listeners) listener(name);
      }
    });
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    return client;
  }

  /** Forgets a broken connection and, where somebody listens, makes another. */
  private lost(): void {
    this.line = null;
    if (this.listeners.size > 0 && !this.closed) void this.open().catch(() => undefined);
  }
}

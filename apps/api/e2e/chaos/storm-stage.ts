import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../src/harness/free-port.js';
import { browser, cookieOf, hanaSato, password, script, type Voice } from '../cast.js';
import { databaseUrl, RunningPlumbline } from '../running-plumbline.js';

/** The built program on a data folder of its own, with a metric to write to and a key to send with. */
export class StormStage {
  private constructor(
    readonly folder: string,
    private readonly port: number,
    public plumbline: RunningPlumbline,
    readonly key: string,
  ) {}

  static async open(): Promise<StormStage> {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-chaos-'));
    const port = await freePort();
    const plumbline = await new RunningPlumbline(folder, port, {
      PLUMBLINE_ADMIN_EMAIL: hanaSato.email,
      PLUMBLINE_ADMIN_PASSWORD: password,
      PLUMBLINE_ADMIN_WORKSPACE: 'Northwind',
    }).ready();
    const signedIn = await browser(plumbline).post('/session', { email: hanaSato.email, password });
    const hana = browser(plumbline, cookieOf(signedIn));
    await hana.post('/systems', { key: 'feed', name: 'Feed' });
    await hana.post('/metrics', { system: 'feed', key: 'watch', name: 'Watch time', role: 'proxy' });
    const scopes = ['signals:write', 'observations:write', 'incidents:read', 'observations:read'];
    const { body } = await hana.post('/api-keys', { name: 'Storm', scopes });
    return new StormStage(folder, port, plumbline, body.key as string);
  }

  get tool(): Voice {
    return script(this.plumbline, this.key);
  }

  /** Kills what is left and starts anew on the same data. */
  async restart(): Promise<void> {
    await this.plumbline.end('SIGKILL');
    this.plumbline = await new RunningPlumbline(this.folder, this.port).ready();
  }

  async query<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const client = new pg.Client({ connectionString: databaseUrl(this.folder) });
    await client.connect();
    try {
      return (await client.query<T & pg.QueryResultRow>(sql, parameters)).rows;
    } finally {
      await client.end();
    }
  }

  /** What the API holds of the machine's memory, its share of what it shares included, in MB. */
  memory(): number {
    const text = readFileSync(`/proc/${this.plumbline.pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(text)![1]) / 1024;
  }

  async close(): Promise<void> {
    await this.plumbline.end('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

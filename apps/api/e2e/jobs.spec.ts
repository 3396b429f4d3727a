import { once, EventEmitter } from 'node:events';
import { Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../src/harness/test-database.js';
import { Clock } from '../src/platform/clock.js';
import type { Config } from '../src/platform/config.js';
import { Database } from '../src/platform/database/database.js';
import { Job, type Work } from '../src/platform/jobs/job.js';
import { Jobs } from '../src/platform/jobs/jobs.js';
import { createLogger } from '../src/platform/log.js';
import { Metrics } from '../src/platform/metrics/metrics.js';
import { PlatformModule } from '../src/platform/platform.module.js';

// Work beside the requests: asked for, put into the queue, repeated by the clock, given back after a kill.

const heard = new EventEmitter();
let done: string[] = [];

@Job({ name: 'test/sweep', every: '0 0 1 1 *' })
class Sweep implements Work {
  async work(): Promise<void> {
    done.push('sweep');
    heard.emit('sweep');
  }
}

@Job({ name: 'test/errand', every: null })
class Errand implements Work {
  async work(payload: unknown): Promise<void> {
    const { words } = payload as { words?: string };
    if (words === 'trip over') throw new Error('It tripped.');
    done.push(`errand ${words}`);
  }
}

@Job({ name: 'test/long', every: null })
class Long implements Work {
  async work(_: unknown, signal: AbortSignal): Promise<void> {
    heard.emit('long begins');
    if (!signal.aborted) await once(signal, 'abort');
    done.push('long');
  }
}

let database: TestDatabase;
const open: INestApplicationContext[] = [];

beforeEach(async () => {
  done = [];
  database = await createTestDatabase();
});
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
  await database.drop();
});

async function start(jobs: Config['jobs'], providers: Type[] = [Sweep, Errand, Long]) {
  const config: Config = {
    databaseUrl: database.url,
    port: 0,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1',
    trustProxy: false,
    webFolder: null,
    firstAdministrator: null,
    mail: null,
    outbound: { timeoutMs: 15_000, allow: [] },
    jobs,
    forTests: true,
  };
  @Module({ imports: [PlatformModule.with(config, createLogger('silent'))], providers })
  class House {}
  const app = await NestFactory.createApplicationContext(House, { logger: false, abortOnError: false });
  open.push(app);
  return app;
}

async function ask<Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return client
    .query<Row>(sql, values)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

test('worked off on demand: every sweep, and what was asked for', async () => {
  const app = await start('on_demand');
  await app.get(Jobs).workOff();
  expect(done).toEqual(['sweep']);
  await app.get(Jobs).add('test/errand', { words: 'one' });
  await app.get(Jobs).workOff();
  expect(done.sort()).toEqual(['errand one', 'sweep', 'sweep']);
});

test('a piece of work commits with its transaction, or vanishes with it', async () => {
  const app = await start('on_demand');
  const jobs = app.get(Jobs);
  await app.get(Database).transaction(() => jobs.add('test/errand', { words: 'kept' }));
  await expect(
    app.get(Database).transaction(async () => {
      await jobs.add('test/errand', { words: 'undone' });
      throw new Error('No.');
    }),
  ).rejects.toThrow('No.');
  await jobs.workOff();
  expect(done).toContain('errand kept');
  expect(done).not.toContain('errand undone');
});

test('work for later waits until the clock says so; the same key replaces what waits', async () => {
  const app = await start('on_demand');
  const jobs = app.get(Jobs);
  const at = new Date(Date.now() + 86_400_000);
  await jobs.add('test/errand', { words: 'first thought' }, { at, key: 'k' });
  await jobs.add('test/errand', { words: 'second thought' }, { at, key: 'k' });
  await jobs.workOff();
  expect(done).toEqual(['sweep']);
  await app.get(Clock).runAt(new Date(at.getTime() + 1000), () => jobs.workOff());
  expect(done.filter((word) => word.startsWith('errand'))).toEqual(['errand second thought']);
});

test('a failure is told, counted, and tried again', async () => {
  const app = await start('on_demand');
  await app.get(Jobs).add('test/errand', { words: 'trip over' });
  await expect(app.get(Jobs).workOff()).rejects.toThrow('It tripped.');
  const [job] = await ask<{ attempts: number; last_error: string }>(
    'SELECT attempts, last_error FROM graphile_worker.jobs',
  );
  expect(job).toMatchObject({ attempts: 1, last_error: expect.stringContaining('It tripped.') });
  const figures = await app.get(Metrics).registry.metrics();
  expect(figures).toMatch(/plumbline_job_seconds_count\{job="test\/errand",outcome="failed"\} 1/);
});

test('in the background: a sweep that is asked for after a commit runs soon, and once at the start', async () => {
  const atStart = once(heard, 'sweep');
  const app = await start('in_background');
  await atStart;
  const asked = once(heard, 'sweep');
  await app.get(Database).transaction(async () => app.get(Jobs).soon('test/sweep'));
  await asked;
  expect(done.length).toBeGreaterThanOrEqual(2);
});

test('draining tells a job under way to hurry and waits for its end', async () => {
  const app = await start('in_background', [Long]);
  const begun = once(heard, 'long begins');
  await app.get(Jobs).add('test/long', {});
  await begun;
  await app.close();
  open.pop();
  expect(done).toEqual(['long']);
  // What is due each minute may have been written down meanwhile, and waits for the next process.
  expect(await ask(`SELECT id FROM graphile_worker.jobs WHERE task_identifier = 'test/long'`)).toEqual([]);
});

describe('what a process held when it was killed', () => {
  const hold = async (pool: string) => {
    await ask(`SELECT graphile_worker.add_job('test/errand', '{"words":"left behind"}'::json)`);
    await ask(
      `UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = $2`,
      pool,
      new Date(Date.now() - 60_000),
    );
  };

  test('is given back', async () => {
    const app = await start('on_demand');
    await hold('pool-of-the-dead');
    await app.get(Jobs).workOff();
    expect(done).toContain('errand left behind');
  });

  test('stays with a process that lives', async () => {
    const app = await start('on_demand');
    await hold('pool-of-the-living');
    const living = new pg.Client({ connectionString: database.url });
    await living.connect();
    await living.query(
      `SELECT pg_advisory_lock(hashtextextended('plumbline job pool ' || 'pool-of-the-living', 0))`,
    );
    await app.get(Jobs).workOff();
    expect(done).toEqual(['sweep']);
    await living.end();
  });
});

test('/metrics tells how many are due and how late the oldest is', async () => {
  const app = await start('on_demand');
  const figures = () => app.get(Metrics).registry.metrics();
  expect(await figures()).toMatch(/^plumbline_jobs_due 0$/m);
  await app.get(Jobs).add('test/errand', { words: 'late' }, { at: new Date(Date.now() - 5000) });
  const text = await figures();
  expect(text).toMatch(/^plumbline_jobs_due 1$/m);
  expect(Number(/^plumbline_job_lag_seconds ([\d.]+)$/m.exec(text)![1])).toBeGreaterThanOrEqual(5);
});

test('two jobs of one name are refused at the start', async () => {
  @Job({ name: 'test/sweep', every: null })
  class Twin extends Sweep {}
  await expect(start('on_demand', [Sweep, Twin])).rejects.toThrow('Two jobs are called test/sweep.');
});

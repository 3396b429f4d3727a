import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../src/harness/free-port.js';
import { browser, cookieOf, hanaSato, password, script, type Voice } from './cast.js';
import { RunningPlumbline, databasePid, databaseUrl } from './running-plumbline.js';

// One story on one data folder: each chapter begins where the one before ended.
let folder: string;
let port: number;
let plumbline: RunningPlumbline;
/** Hana's script. */
let hana: Voice;

/** Sets up at the first start, without a browser. */
const administrator = {
  PLUMBLINE_ADMIN_EMAIL: hanaSato.email,
  PLUMBLINE_ADMIN_PASSWORD: password,
  PLUMBLINE_ADMIN_WORKSPACE: 'Northwind',
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-kill-'));
  port = await freePort();
  plumbline = await new RunningPlumbline(folder, port, administrator).ready();
  const signedIn = await browser(plumbline).post('/session', { email: hanaSato.email, password });
  const keys = browser(plumbline, cookieOf(signedIn));
  const scopes = ['incidents:read', 'incidents:write'];
  hana = script(plumbline, (await keys.post('/api-keys', { name: 'Story', scopes })).body.key as string);
});

afterAll(async () => {
  await plumbline?.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

async function remember(title: string): Promise<void> {
  const { status, body } = await hana.post('/incidents', { title });
  if (status !== 201) throw new Error(`${title} was not taken: ${JSON.stringify(body)}`);
}

async function remembered(): Promise<string[]> {
  const { items } = (await hana.get('/incidents')).body as { items: { title: string }[] };
  return items.map(({ title }) => title).sort();
}

async function answersReady(): Promise<void> {
  for (;;) {
    const status = await fetch(`${plumbline.url}/health/ready`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await delay(50);
  }
}

const acceptsConnections = () =>
  freePort(port).then(
    () => false,
    () => true,
  );

test('the API killed: the next start takes the living database over, with everything in it', async () => {
  await remember('before-api-kill');
  const pid = databasePid(folder);
  expect(await plumbline.end('SIGKILL')).toBeNull();

  plumbline = await new RunningPlumbline(folder, port).ready();

  expect(plumbline.output).toContain('The database was still running; taking it over.');
  expect(databasePid(folder)).toBe(pid);
  expect(await remembered()).toEqual(['before-api-kill']);
});

test('a second Plumbline on the same folder is refused with a sentence, and does no harm', async () => {
  const second = new RunningPlumbline(folder, await freePort());
  expect(await second.ended()).toBe(1);
  expect(second.output).toContain(`another Plumbline already runs on ${folder} and answers at http://`);
  expect((await fetch(`${plumbline.url}/health/ready`)).status).toBe(200);
});

test('a port that is taken is refused with a sentence', async () => {
  const other = mkdtempSync(join(tmpdir(), 'plumbline-kill-'));
  const second = new RunningPlumbline(other, port);
  expect(await second.ended()).toBe(1);
  expect(second.output).toContain(`port ${port} is taken by another program`);
  expect(existsSync(join(other, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
  rmSync(other, { recursive: true, force: true });
});

test('the database killed: it is started again under the running API', async () => {
  await remember('before-database-kill');
  const pid = databasePid(folder);
  process.kill(pid, 'SIGKILL');

  await plumbline.says('PostgreSQL is back.');
  await answersReady();

  expect(databasePid(folder)).not.toBe(pid);
  expect(await remembered()).toContain('before-database-kill');
});

test('both killed: the next start recovers', async () => {
  await remember('before-both-kill');
  process.kill(databasePid(folder), 'SIGKILL');
  await plumbline.end('SIGKILL');

  plumbline = await new RunningPlumbline(folder, port).ready();

  expect(await remembered()).toEqual(['before-api-kill', 'before-both-kill', 'before-database-kill']);
});

test('SIGTERM: a request under way is answered, then the database is stopped', async () => {
  const blocker = new pg.Client({ connectionString: databaseUrl(folder) });
  blocker.on('error', () => undefined);
  await blocker.connect();
  await blocker.query('BEGIN; LOCK TABLE migrations IN ACCESS EXCLUSIVE MODE');
  const underWay = fetch(`${plumbline.url}/health/ready`);
  const waiting = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'migrations'::regclass`;
  while ((await blocker.query(waiting)).rowCount === 0) await delay(20);

  const ended = plumbline.end('SIGTERM');
  while (await acceptsConnections()) await delay(20);
  await blocker.query('COMMIT');

  expect((await underWay).status).toBe(200);
  expect(await ended).toBe(0);
  expect(existsSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
  plumbline = await new RunningPlumbline(folder, port).ready();
  expect(await remembered()).toHaveLength(3);
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { databaseBeside } from '../src/harness/cluster-connection.js';
import { freePort } from '../src/harness/free-port.js';
import { repositoryRoot } from '../src/harness/repository-root.js';
import { voice, setUpNorthwind, type Desk } from './cast.js';
import { RunningPlumbline } from './running-plumbline.js';
import { startTestApi, type TestApi } from './start-test-api.js';

// What an operator sees: is it alive, is it ready, what runs here, how is it doing, what does it log.

let api: TestApi;
let desk: Desk;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
});
afterAll(() => api.stop());

const newestMigration = Number(readdirSync(join(repositoryRoot, 'migrations')).sort().at(-1)!.slice(0, 4));

test('alive: nothing but the process is asked', async () => {
  const answer = await fetch(`${api.url}/health/live`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toEqual({ status: 'ok' });
});

test('ready: the database answers, with the newest migration and the settings that make "stored" mean stored', async () => {
  const answer = await fetch(`${api.url}/health/ready`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    status: 'ok',
    migration: newestMigration,
    durability: {
      fsync: expect.stringMatching(/^(on|off)$/),
      fullPageWrites: expect.stringMatching(/^(on|off)$/),
      synchronousCommit: expect.stringMatching(/^(on|off)$/),
      serverVersion: expect.stringMatching(/^1[6-9]\b/),
    },
  });
});

test('not ready: the database is gone, and it says so without falling over', async () => {
  const lonely = await startTestApi();
  const server = new pg.Client({ connectionString: databaseBeside(lonely.databaseUrl, 'postgres') });
  await server.connect();
  await server.query(`DROP DATABASE ${new URL(lonely.databaseUrl).pathname.slice(1)} WITH (FORCE)`);
  await server.end();
  const answer = await fetch(`${lonely.url}/health/ready`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(await answer.json()).toMatchObject({
    code: 'server/unavailable',
    detail: 'The database cannot be reached.',
  });
  expect((await fetch(`${lonely.url}/health/live`)).status).toBe(200);
  await lonely.app.close();
});

test('which version runs, told to anybody', async () => {
  const { version } = JSON.parse(readFileSync(join(repositoryRoot, 'apps', 'api', 'package.json'), 'utf8'));
  expect((await voice(api).get('/version')).body).toEqual({
    name: 'plumbline',
    version,
    migration: newestMigration,
  });
});

describe('figures for Prometheus', () => {
  const scrape = (headers: Record<string, string> = {}) => fetch(`${api.url}/metrics`, { headers });
  const throughProxy = { 'x-forwarded-for': '203.0.113.9' };
  const issue = async (scopes: string[]) => ({
    authorization: `Bearer ${(await desk.hana.post('/api-keys', { name: 'Scraper', scopes })).body.key}`,
  });

  test('on this machine they are open: request durations by route pattern, memory, event loop', async () => {
    await desk.hana.get('/incidents?limit=1');
    const answer = await scrape();
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const text = await answer.text();
    expect(text).toMatch(
      /plumbline_http_request_seconds_count\{method="GET",route="\/api\/v1\/incidents",status="200"\} \d/,
    );
    expect(text).toContain('plumbline_process_resident_memory_bytes');
    expect(text).toContain('plumbline_nodejs_eventloop_lag_seconds');
    expect(text).not.toContain('limit=1');
  });

  test('from elsewhere they need a key with the scope for it', async () => {
    expect((await scrape(throughProxy)).status).toBe(401);
    expect((await scrape({ ...throughProxy, ...(await issue(['incidents:read'])) })).status).toBe(401);
    expect((await scrape({ ...throughProxy, ...(await issue(['metrics:scrape'])) })).status).toBe(200);
  });
});

test('the log has a line for every request, with its id and without what was sent', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-log-'));
  const plumbline = await new RunningPlumbline(folder, await freePort(), { LOG_LEVEL: 'info' }).ready();
  await fetch(`${plumbline.url}/api/v1/session?hint=do-not-log`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-request-id': 'story-of-a-log',
      'sec-fetch-site': 'same-origin',
    },
    body: JSON.stringify({ email: 'do-not-log@example.org', password: 'do-not-log-this-either' }),
  });
  await plumbline.says('story-of-a-log');
  await plumbline.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
  const line = plumbline.output.split('\n').find((text) => text.includes('story-of-a-log'))!;
  expect(JSON.parse(line)).toMatchObject({
    requestId: 'story-of-a-log',
    method: 'POST',
    route: '/api/v1/session',
    status: 401,
    ms: expect.any(Number),
  });
  expect(plumbline.output).not.toContain('do-not-log');
});

import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Desk, setUpNorthwind } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

// The file that notebooks and trainers import, as it is served, in a real Python against the real API.

let api: TestApi;
let desk: Desk;
let folder: string;
let runPair: string;

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  folder = await mkdtemp(join(tmpdir(), 'plumbline-client-'));
  const served = await fetch(`${api.url}/client/plumbline.py`);
  await writeFile(join(folder, 'plumbline.py'), await served.text());
  await desk.hana.post('/systems', { key: 'assistant', name: 'Assistant' });
  const stated = { name: 'Helpful', intent: 'Helps.', specification: 'Reward.' };
  const objectiveId = (await desk.hana.post('/systems/assistant/objectives', stated)).body.id;
  const define = async (key: string, role: string, scale: string) =>
    (await desk.hana.post('/metrics', { system: 'assistant', key, name: key, role, scale, objectiveId })).body
      .id;
  const proxyMetricId = await define('rm_score', 'proxy', 'unbounded');
  const intentMetricId = await define('win_rate', 'intent', 'proportion');
  const runId = (await desk.hana.post('/systems/assistant/runs', { externalId: 'grpo-7' })).body.id;
  const pair = { objectiveId, proxyMetricId, intentMetricId, axis: 'step', runId };
  runPair = (await desk.hana.post('/pairs', pair)).body.id;
});
afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true });
});

/** Runs a script to its end. @returns what it printed, what it was told, and how it ended */
function python(script: string, url = api.url): Promise<{ out: string; told: string; code: number | null }> {
  const child = spawn('python3', ['-c', `import plumbline\n${script}`], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PYTHONPATH: folder,
      PLUMBLINE_URL: url,
      PLUMBLINE_KEY: desk.key,
    },
  });
  let [out, told] = ['', ''];
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (told += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ out: out.trim(), told: told.trim(), code }));
  });
}

const series = async () => (await desk.hana.get(`/pairs/${runPair}/series`)).body;

test('it is served with the address of the installation in it', async () => {
  const served = await fetch(`${api.url}/client/plumbline.py`);
  expect(served.headers.get('content-type')).toContain('text/x-python');
  const text = await served.text();
  expect(text).toContain('\nADDRESS = "http://127.0.0.1"\n');
});

test('values of a run arrive with their steps, sizes and KL; the end of the script sends what waits', async () => {
  const script = `
for step in range(0, 500, 100):
    plumbline.observe("grpo-7", step, rm_score=step / 100, win_rate=(0.5, 200), kl=step / 1000)
plumbline.observe("grpo-7", 500, rm_score=float("nan"))
plumbline.observe("grpo-7", 600, nothing=1)
plumbline.observe("grpo-7", 700, rm_score="no number")`;
  const first = await python(script);
  expect(first.code).toBe(0);
  expect(first.told).toContain('"rm_score" was nan; only finite numbers are sent.');
  expect(first.told).toContain('There is no metric with the key "nothing".');
  expect(first.told).toContain('Values were not taken');
  const stored = await series();
  expect(stored.proxy).toEqual({
    x: [0, 100, 200, 300, 400],
    value: [0, 1, 2, 3, 4],
    n: Array(5).fill(null),
  });
  expect(stored.intent.n).toEqual(Array(5).fill(200));
  expect((await python(script)).code).toBe(0);
  expect(await series()).toEqual(stored);
});

test('a run is made known before its values, and once', async () => {
  const script = `
plumbline.start_run("assistant", "grpo-8")
plumbline.observe("grpo-8", 1, rm_score=1)
print(plumbline.flush())`;
  for (const _ of [1, 2]) expect(await python(script)).toEqual({ out: 'True', told: '', code: 0 });
  const runs = (await desk.hana.get('/systems/assistant/runs')).body.items;
  expect(runs.filter(({ externalId }: { externalId: string }) => externalId === 'grpo-8')).toHaveLength(1);
});

test('an incident is logged; who waits for it gets its key', async () => {
  const { out } = await python(
    `print(plumbline.log("Answers get longer, not better", wait=30, observed_behaviour="Padding."))`,
  );
  expect(out).toMatch(/^INC-\d+$/);
  const { body } = await desk.hana.get(`/incidents/${out}`);
  expect(body).toMatchObject({ title: 'Answers get longer, not better', observedBehaviour: 'Padding.' });
});

test('a trainer calls it back without Transformers being imported', async () => {
  const { code, told } = await python(`
class State:
    is_world_process_zero, global_step = True, 40
class Other:
    is_world_process_zero, global_step = False, 50
callback = plumbline.PlumblineCallback("grpo-7", {"reward": "rm_score", "eval_win": ("win_rate", 64)})
callback.on_init_end(None, State, None)
callback.on_step_end(None, State, None, model=None)
callback.on_log(None, State, None, logs={"loss": 1, "reward": 9.5, "kl": 0.02})
callback.on_log(None, State, None, logs={"eval_win": 0.25})
callback.on_log(None, Other, None, logs={"reward": 77})
callback.on_train_end(None, State, None)`);
  expect({ code, told }).toEqual({ code: 0, told: '' });
  const listed = async (metric: string) => (await desk.hana.get(`/metrics/${metric}/series`)).body.items;
  expect(await listed('rm_score')).toContainEqual(
    expect.objectContaining({ context: 'training', lastStep: 40 }),
  );
  expect(await listed('win_rate')).toContainEqual(
    expect.objectContaining({ context: 'evaluation', lastStep: 40 }),
  );
});

test('a forked worker sends for itself', async () => {
  const { code, told } = await python(`
import os
plumbline.observe("grpo-7", 1000, rm_score=1)
plumbline.flush()
child = os.fork()
if child == 0:
    plumbline.observe("grpo-7", 1001, rm_score=2)
    os._exit(0 if plumbline.flush() else 1)
assert os.waitpid(child, 0)[1] == 0`);
  expect({ code, told }).toEqual({ code: 0, told: '' });
  expect((await series()).proxy.x).toEqual(expect.arrayContaining([1000, 1001]));
});

describe('with a server that is not always there', () => {
  let between: Server;
  let requests = 0;
  let spoil: (request: number) => 'pass' | 'refuse' | 'lose the answer' = () => 'pass';
  beforeAll(async () => {
    between = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const fate = spoil((requests += 1));
      if (fate === 'refuse') return void response.writeHead(503, { 'retry-after': '0' }).end('{}');
      // Those of one connection end here.
      const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
      const answer = await fetch(api.url + request.url!, {
        method: request.method,
        headers: headers as Record<string, string>,
        body: Buffer.concat(chunks),
      });
      const text = await answer.text();
      if (fate === 'lose the answer') return void response.socket!.destroy();
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
    });
    await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    requests = 0;
  });
  afterAll(() => new Promise((resolve) => between.close(resolve)));
  const address = () => `http://127.0.0.1:${(between.address() as AddressInfo).port}`;

  test('it tries again, and what arrived already is not there twice', async () => {
    spoil = (request) => (request === 1 ? 'refuse' : request === 2 ? 'lose the answer' : 'pass');
    const { out } = await python(`print(plumbline.log("Said once", wait=60))`, address());
    expect(out).toMatch(/^INC-\d+$/);
    expect(requests).toBe(3);
    const { items } = (await desk.hana.get('/incidents?limit=100')).body;
    expect(items.filter(({ title }: { title: string }) => title === 'Said once')).toHaveLength(1);
  });

  test('while nobody answers, a training run goes on with a queue that does not grow', async () => {
    const { out, told, code } = await python(
      `
client = plumbline.configure(most_waiting=100, at_exit=0.1)
for step in range(30000):
    plumbline.observe("grpo-7", step, rm_score=1)
plumbline.log("Lost")
print(len(client._waiting) <= 100, "trained")`,
      'http://127.0.0.1:9',
    );
    expect({ out, code }).toEqual({ out: 'True trained', code: 0 });
    expect(told).toContain('The queue is full; the oldest entries are dropped.');
    expect(told).toContain('cannot be reached');
  });
});

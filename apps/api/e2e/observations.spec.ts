import { type Answer, script, setUpNorthwind, type Desk, type Voice } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let pairId: string;
let runPairId: string;

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  const stated = { name: 'Worthwhile time', intent: 'Time well spent.', specification: 'Watch time.' };
  await desk.hana.post('/systems', { key: 'feed', name: 'Feed' });
  const objectiveId = (await desk.hana.post('/systems/feed/objectives', stated)).body.id;
  const define = async (key: string, given: object) =>
    (await desk.hana.post('/metrics', { system: 'feed', key, name: key, objectiveId, ...given })).body.id;
  const proxyMetricId = await define('watch', { role: 'proxy', scale: 'unbounded' });
  const intentMetricId = await define('joy', { role: 'intent', scale: 'proportion' });
  const secret = await define('secret', { role: 'intent', heldOut: true });
  await desk.hana.post('/systems/feed/versions', { name: 'v1' });
  const runId = (await desk.hana.post('/systems/feed/runs', { externalId: 'grpo-1' })).body.id;
  const pair = { objectiveId, proxyMetricId, intentMetricId };
  pairId = (await desk.hana.post('/pairs', pair)).body.id;
  runPairId = (await desk.hana.post('/pairs', { ...pair, intentMetricId: secret, axis: 'step', runId })).body
    .id;
});
afterAll(() => api.stop());

const send = (points: unknown[], by: Voice = desk.script): Promise<Answer> =>
  by.post('/observations', { points });
const series = async (query = '') => (await desk.hana.get(`/pairs/${pairId}/series${query}`)).body;
const noon = (day: string) => `${day}T12:00:00Z`;

test('every point is judged by itself: the bad ones are named by index, the rest is stored', async () => {
  const at = noon('2026-01-05');
  const text = `{"points": [
    {"metric": "watch", "at": "${at}", "value": 7},
    {"metric": "watch", "at": "${at}", "value": "NaN"},
    {"metric": "watch", "at": "${at}", "value": 1e999},
    {"metric": "joy", "at": "${at}", "value": 59},
    {"metric": "watch", "at": "2100-01-01T00:00:00Z", "value": 1},
    {"metric": "nothing", "at": "${at}", "value": 1},
    {"metric": "watch", "at": "${at}", "value": 1, "version": "v9"},
    {"metric": "watch", "at": "${at}", "value": 1, "run": "unheard-of"},
    7,
    {"metric": "joy", "at": "${at}", "value": 0.5, "n": 200}
  ]}`;
  const answer = await fetch(`${api.url}/api/v1/observations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.key}`, 'content-type': 'application/json' },
    body: text,
  });
  expect(answer.status).toBe(207);
  expect(await answer.json()).toEqual({
    accepted: 2,
    refused: [
      { index: 1, message: 'The value must be a finite number, not "NaN".' },
      { index: 2, message: 'The value must be a finite number, not Infinity.' },
      { index: 3, message: '"joy" is a proportion: send a share from 0 to 1, not 59.' },
      { index: 4, message: 'The time lies in the future.' },
      { index: 5, message: 'There is no metric with the key "nothing".' },
      { index: 6, message: 'There is no version "v9" of this metric\'s system. Add it first.' },
      { index: 7, message: 'There is no run "unheard-of" of this metric\'s system. Add it first.' },
      { index: 8, message: 'A point is an object with "metric", "at" and "value".' },
    ],
  });
  expect(await series('?from=2026-01-05T00:00:00Z&to=2026-01-06T00:00:00Z')).toEqual({
    axis: 'time',
    every: 'point',
    proxy: { x: [Date.parse(at)], value: [7], n: [null] },
    intent: { x: [Date.parse(at)], value: [0.5], n: [200] },
  });
});

test('the same points again change nothing, another value replaces', async () => {
  const point = { metric: 'watch', at: noon('2026-02-01'), value: 1, n: 10 };
  const february = '?from=2026-02-01T00:00:00Z&to=2026-03-01T00:00:00Z';
  await send([point, { ...point, at: noon('2026-02-02') }]);
  const before = await series(february);
  expect((await send([point])).body).toEqual({ accepted: 1, refused: [] });
  expect(await series(february)).toEqual(before);
  await send([
    { ...point, value: 3, n: null },
    { ...point, value: 4, n: 20 },
  ]);
  expect((await series(february)).proxy).toMatchObject({ value: [4, 1], n: [20, 10] });
});

test('a name of its own moves a point in time and over its series', async () => {
  const point = { metric: 'watch', value: 5, externalId: 'audit-17', at: noon('2026-03-01') };
  const march = '?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z';
  await send([point]);
  await send([{ ...point, at: noon('2026-03-09'), value: 6, environment: 'staging' }]);
  expect((await series(march)).proxy).toEqual({ x: [Date.parse(noon('2026-03-09'))], value: [6], n: [null] });
});

test('a day is the mean of its values weighted by n', async () => {
  await send([
    { metric: 'watch', at: '2026-04-01T00:00:00Z', value: 10, n: 1 },
    { metric: 'watch', at: '2026-04-01T23:59:59.999Z', value: 20, n: 3 },
  ]);
  const { proxy } = await series('?every=day&from=2026-04-01T00:00:00Z&to=2026-04-02T00:00:00Z');
  expect(proxy).toEqual({ x: [Date.parse('2026-04-01T00:00:00Z')], value: [17.5], n: [4] });
});

test.each([
  ['before the oldest partition', '1971-06-01'],
  ['at the first moment of a month', '2026-06-01'],
])('a time %s is kept', async (_, day) => {
  const at = `${day}T00:00:00Z`;
  expect((await send([{ metric: 'watch', at, value: 2 }])).status).toBe(202);
  const { proxy } = await series(`?from=${at}&to=${day}T00:00:01Z`);
  expect(proxy.value).toEqual([2]);
});

test('steps of a run are a series of their own, with KL where it is known', async () => {
  const step = (at: number, value: number) => ({
    metric: 'watch',
    run: 'grpo-1',
    step: at,
    kl: at / 100,
    value,
  });
  expect((await send([step(200, 2), step(100, 1), step(200, 3)])).body.accepted).toBe(3);
  const drawn = (await desk.hana.get(`/pairs/${runPairId}/series`)).body;
  expect(drawn).toMatchObject({ axis: 'step', proxy: { x: [100, 200], value: [1, 3] } });
  const pair = (await desk.hana.get(`/pairs/${runPairId}`)).body;
  await desk.hana.patch(`/pairs/${runPairId}`, { axis: 'kl' }, pair.version);
  expect((await desk.hana.get(`/pairs/${runPairId}/series`)).body.proxy.x).toEqual([1, 2]);
  const listed = (await desk.hana.get('/metrics/watch/series')).body.items;
  expect(listed).toContainEqual(expect.objectContaining({ lastStep: 200, firstAt: null }));
});

test('a held-out metric is written by any key and read only with its scope; people may look', async () => {
  const issue = async (scopes: string[]) =>
    script(
      api,
      (await desk.hana.post('/api-keys', { name: scopes.join(), role: 'reporter', scopes })).body.key,
    );
  const trainer = await issue(['observations:write', 'observations:read', 'workspace:read']);
  expect((await send([{ metric: 'secret', at: noon('2026-01-05'), value: 1 }], trainer)).status).toBe(202);
  for (const path of ['/metrics/secret/series', `/pairs/${runPairId}/series`]) {
    const refused = await trainer.get(path);
    expect(refused.status).toBe(403);
    expect(refused.body.detail).toContain('observations:read-held-out');
  }
  const auditor = await issue(['observations:read', 'observations:read-held-out']);
  expect((await auditor.get('/metrics/secret/series')).body.items).toHaveLength(1);
  expect((await desk.hana.get('/metrics/secret/series')).status).toBe(200);
});

test('who looks at a held-out metric is written down, once an hour; a refused look is none', async () => {
  const kept = async () => {
    const { body } = await desk.hana.get('/changes?after=0&limit=500');
    return body.items.filter(({ kind }: { kind: string }) => kind === 'held_out_metric').length;
  };
  const issue = async (name: string, scopes: string[]) =>
    script(api, (await desk.hana.post('/api-keys', { name, role: 'reporter', scopes })).body.key);
  const before = await kept();
  const auditor = await issue('Auditor', ['observations:read', 'observations:read-held-out']);
  const trainer = await issue('Trainer', ['observations:write', 'observations:read']);
  await trainer.get('/metrics/secret/series');
  await auditor.get(`/pairs/${runPairId}/series`);
  await auditor.get('/metrics/secret/series');
  await auditor.get(`/pairs/${pairId}/series`);
  expect(await kept()).toBe(before + 1);
});

test('a dry run says of every point what sending says, and stores nothing', async () => {
  const points = [
    { metric: 'watch', at: noon('2026-09-01'), value: 1, segment: 'only tried' },
    { metric: 'joy', at: noon('2026-09-01'), value: 59 },
    { metric: 'watch', at: noon('2026-09-01'), value: 'inf' },
  ];
  const { status, body } = await desk.script.post('/observations', { points, dryRun: true });
  expect(status).toBe(207);
  expect(body).toMatchObject({ accepted: 1, refused: [{ index: 1 }, { index: 2 }] });
  expect((await desk.hana.get('/metrics/watch/series')).body.items).not.toContainEqual(
    expect.objectContaining({ segment: 'only tried' }),
  );
});

test('a value in another unit than its metric is refused, in the same it is taken', async () => {
  await desk.hana.post('/metrics', {
    system: 'feed',
    key: 'latency',
    name: 'Latency',
    role: 'guardrail',
    unit: 'ms',
  });
  const point = { metric: 'latency', at: noon('2026-09-01'), value: 1 };
  expect((await send([{ ...point, unit: 's' }, { ...point, unit: 'ms' }, point])).body).toEqual({
    accepted: 2,
    refused: [{ index: 0, message: '"Latency" is counted in "ms", not in "s": convert the values first.' }],
  });
});

test('5,000 points and more than a megabyte fit into one request, 5,001 do not', async () => {
  const start = Date.parse('2026-07-01T00:00:00Z');
  const points = Array.from({ length: 5000 }, (_, index) => ({
    metric: 'watch',
    at: new Date(start + index * 60_000).toISOString(),
    value: index,
    environment: 'production',
    segment: 'a'.repeat(100),
    externalId: `point-${index}-${'x'.repeat(40)}`,
  }));
  expect(JSON.stringify({ points }).length).toBeGreaterThan(1_100_000);
  expect((await send(points)).body).toEqual({ accepted: 5000, refused: [] });
  const { status, body } = await send([...points, points[0]]);
  expect(status).toBe(400);
  expect(body.errors[0].message).toBe('Send at most 5,000 points at once');
  expect((await send([])).status).toBe(400);
});

test('another workspace cannot reach a metric by its key, nor write to it', async () => {
  await desk.hana.post('/workspaces', { name: 'Elsewhere' });
  const there = { 'plumbline-workspace': 'elsewhere' };
  const body = { points: [{ metric: 'watch', at: noon('2026-01-05'), value: 1 }] };
  const answer = await desk.hana.post('/observations', body, there);
  expect(answer.body).toEqual({
    accepted: 0,
    refused: [{ index: 0, message: 'There is no metric with the key "watch".' }],
  });
  expect((await desk.hana.get(`/pairs/${pairId}/series`, there)).status).toBe(404);
});

test('what should be remembered about values is kept with who sent them', async () => {
  const points = [{ metric: 'joy', at: noon('2026-08-01'), value: 0.4, n: 50 }];
  expect((await desk.hana.post('/observations', { points, note: 'Two raters only.' })).status).toBe(202);
  const tooLong = await desk.hana.post('/observations', { points, note: 'x'.repeat(2001) });
  expect(tooLong.status).toBe(400);
});

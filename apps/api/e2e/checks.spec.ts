import { amaraOkafor, type Answer, join, mateusCarvalho, setUpNorthwind, type Desk } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
});
afterAll(() => api.stop());

/** A run of 50 evaluations, every ten steps. */
const rows = Array.from({ length: 50 }, (_, at) => ({
  x: at * 10,
  p: 0.3 + at / 100,
  i: 0.4 + at / 500,
  n: 200,
}));
const finding = {
  verdict: 'reversed',
  sentence: 'Reversed (99 %): the intent peaked at step 200 (90 % 110 to 260).',
  pDiverged: 0.99,
  onset: { at: 200, lo: 110, hi: 260 },
} as const;
const check = {
  title: 'Reward climbs while the win rate falls',
  intent: 'Recipients can act on the e-mail without asking back.',
  system: { name: 'Mail assistant' } as { name: string } | { id: string },
  axis: 'step',
  proxy: { name: 'Reward', direction: 'higher', scale: 'unbounded' },
  measure: { name: 'Win rate', direction: 'higher', scale: 'proportion' },
  rows,
  finding,
};

const log = (change: object = {}, headers = {}): Promise<Answer> =>
  desk.hana.post('/checks', { ...check, ...change }, headers);

/** How much there is of everything a check makes. */
async function counted(): Promise<number[]> {
  const lists = ['/systems', '/metrics', '/pairs', '/incidents'].map((path) =>
    desk.hana.get(`${path}?limit=100`),
  );
  return (await Promise.all(lists)).map(({ body }) => body.items.length as number);
}

test('everything that the incident hangs on is there, the mode as a suggestion of the detector', async () => {
  const { status, body, headers } = await log();
  expect(status).toBe(201);
  expect(headers.get('location')).toBe(`/api/v1/incidents/${body.incident.key}`);
  expect(body.incident).toMatchObject({
    title: check.title,
    intendedGoal: check.intent,
    specifiedObjective: 'Raise Reward.',
    observedBehaviour: finding.sentence,
    triageState: 'pending',
    recordKind: 'evaluation_finding',
    source: { kind: 'form', name: 'Quick check' },
    objectiveId: body.objectiveId,
    systems: [{ name: 'Mail assistant', role: 'primary' }],
    pairs: [{ id: body.pairId }],
  });
  expect(body.incident.metrics).toHaveLength(2);
  expect(body.incident.labels).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        facet: 'goodhartMode',
        value: 'extremal',
        certainty: 'potential',
        provenance: 'detector',
        rationale: 'Quick check: the intent followed at first and fell beyond.',
      }),
    ]),
  );
  const system = await desk.hana.get('/systems/mail-assistant');
  expect(system.body).toMatchObject({ name: 'Mail assistant', stage: 'training' });
  const pair = await desk.hana.get(`/pairs/${body.pairId}`);
  expect(pair.body).toMatchObject({
    axis: 'step',
    state: 'draft',
    runId: body.runId,
    intentStatement: check.intent,
    proxy: { name: 'Reward', scale: 'unbounded', direction: 'higher_better', state: 'draft' },
    intent: { name: 'Win rate', scale: 'proportion' },
  });
  const series = await desk.hana.get(`/pairs/${body.pairId}/series`);
  expect(series.body.proxy.x).toEqual(rows.map(({ x }) => x));
  expect(series.body.intent.value).toEqual(rows.map(({ i }) => i));
  expect(series.body.intent.n[0]).toBe(200);
});

test('sent again with its key it answers the same and makes nothing twice', async () => {
  const key = { 'idempotency-key': 'check-1' };
  const first = await log({ system: { name: 'Sent twice' } }, key);
  const before = await counted();
  const again = await log({ system: { name: 'Sent twice' } }, key);
  expect(again).toMatchObject({ status: 201, body: { incident: { key: first.body.incident.key } } });
  expect(await counted()).toEqual(before);
  expect((await log({ system: { name: 'Another' } }, key)).body.code).toBe('idempotency/reused');
});

test('in a known system the same two columns are the same metrics, with a run and a pair of their own', async () => {
  const { id } = (await desk.hana.get('/systems/mail-assistant')).body;
  const first = (await desk.hana.get(`/pairs?system=mail-assistant`)).body.items[0];
  const { status, body } = await log({ system: { id } });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    systemKey: 'mail-assistant',
    proxyMetricId: first.proxy.id,
    intentMetricId: first.intent.id,
    objectiveId: first.objectiveId,
  });
  expect(body.runId).not.toBe(first.runId);
  const other = await log({ system: { id }, measure: { ...check.measure, name: 'Helpfulness' } });
  expect(other.body.intentMetricId).not.toBe(first.intent.id);
});

test('names that are taken get keys of their own', async () => {
  const { body } = await log();
  expect(body.systemKey).toBe('mail-assistant-2');
});

test('KL stands beside steps that are counted by row; over time the onset is when it happened', async () => {
  const kl = await log({
    axis: 'kl',
    system: { name: 'KL' },
    rows: rows.map((row) => ({ ...row, x: row.x / 37 })),
  });
  expect(kl.status).toBe(201);
  expect((await desk.hana.get(`/pairs/${kl.body.pairId}/series`)).body.proxy.x[1]).toBeCloseTo(10 / 37, 9);
  const day = 86_400_000;
  const from = Date.UTC(2026, 0, 1);
  const time = await log({
    axis: 'time',
    system: { name: 'Over time' },
    rows: rows.map((row, at) => ({ ...row, x: from + at * day })),
    finding: { ...finding, onset: { at: from + 20 * day, lo: from, hi: from + 30 * day } },
  });
  expect(time).toMatchObject({
    status: 201,
    body: {
      runId: null,
      incident: { occurredAt: '2026-01-21T00:00:00.000Z', occurredPrecision: 'day', recordKind: 'incident' },
    },
  });
});

test('an aligned run may be logged too; it suggests nothing', async () => {
  const { status, body } = await log({
    system: { name: 'Aligned' },
    finding: { ...finding, verdict: 'aligned', pDiverged: 0.03 },
  });
  expect(status).toBe(201);
  expect(body.incident.labels).toEqual([]);
});

test.each([
  ['no title', { title: ' ' }, 400],
  ['no intent', { intent: '' }, 400],
  ['neither an id nor a name', { system: {} }, 400],
  ['both an id and a name', { system: { id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10', name: 'x' } }, 400],
  ['no rows', { rows: [] }, 400],
  ['too many rows', { rows: Array.from({ length: 5001 }, (_, x) => ({ x, p: 1, i: null, n: null })) }, 400],
  ['a fraction of an item', { rows: [{ x: 0, p: 1, i: 0.5, n: 1.5 }] }, 400],
  ['an unknown axis', { axis: 'epoch' }, 400],
  ['a chance above one', { finding: { ...finding, pDiverged: 1.2 } }, 400],
  ['a share above one', { rows: [...rows, { x: 500, p: 1, i: 1.4, n: 10 }] }, 422],
  ['a time that is none', { axis: 'time', rows: [{ x: 1e300, p: 1, i: 0.5, n: null }] }, 422],
  ['a time in the future', { axis: 'time', rows: [{ x: 4e12, p: 1, i: 0.5, n: null }] }, 422],
  ['a system that is not there', { system: { id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10' } }, 404],
])('%s is refused with a sentence, and nothing is half-written', async (_, change, status) => {
  const before = await counted();
  const answer = await log({ system: { name: 'Never' }, ...change });
  expect([answer.status, typeof answer.body.detail]).toEqual([status, 'string']);
  expect(await counted()).toEqual(before);
});

test('the row that cannot be taken is named', async () => {
  const { body } = await log({ rows: [...rows, { x: 500, p: 1, i: 1.4, n: 10 }] });
  expect(body.detail).toContain('Row 51: "Win rate" is a proportion');
});

test('an archived system has to be restored first', async () => {
  const { body } = await log({ system: { name: 'Put away' } });
  await desk.hana.post(`/systems/${body.systemKey}/archive`);
  const { id } = (await desk.hana.get(`/systems/${body.systemKey}`)).body;
  expect(await log({ system: { id } })).toMatchObject({ status: 409, body: { code: 'conflict/state' } });
});

test("another workspace's system is not there", async () => {
  const { id } = (await desk.hana.get('/systems/mail-assistant')).body;
  const made = await desk.hana.post('/workspaces', { name: 'Southwind' });
  expect(made.status).toBe(201);
  const answer = await desk.hana.post(
    '/checks',
    { ...check, system: { id } },
    { 'plumbline-workspace': made.body.slug as string },
  );
  expect(answer).toMatchObject({ status: 404, body: { code: 'request/not-found' } });
});

test('reporters log, viewers and keys do not', async () => {
  const amara = await join(api, desk, amaraOkafor);
  const mateus = await join(api, desk, mateusCarvalho);
  const body = { ...check, system: { name: 'Roles' } };
  expect((await amara.voice.post('/checks', body)).status).toBe(201);
  expect((await mateus.voice.post('/checks', body)).status).toBe(403);
  expect((await desk.script.post('/checks', body)).status).toBe(403);
});

import { setUpNorthwind, type Desk } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let objectiveId: string;
let elsewhere: string;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  const stated = { name: 'Worthwhile time', intent: 'Time well spent.', specification: 'Watch time.' };
  await desk.hana.post('/systems', { key: 'feed', name: 'Feed' });
  await desk.hana.post('/systems', { key: 'chat', name: 'Chat' });
  objectiveId = (await desk.hana.post('/systems/feed/objectives', stated)).body.id;
  elsewhere = (await desk.hana.post('/systems/chat/objectives', stated)).body.id;
});
afterAll(() => api.stop());

let made = 0;
const define = async (given: object = {}) => {
  made += 1;
  const draft = { system: 'feed', key: `metric_${made}`, name: `Metric ${made}`, role: 'proxy', ...given };
  return (await desk.hana.post('/metrics', draft)).body;
};
const activate = (metric: { id: string }) => desk.hana.post(`/metrics/${metric.id}/activate`);
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('a metric', () => {
  test('begins as a draft; a proxy without an intent measure is unmeasured', async () => {
    expect(await define()).toMatchObject({ state: 'draft', unmeasured: true, lastAt: null, version: 1 });
    expect(await define({ role: 'guardrail' })).toMatchObject({ unmeasured: false });
  });

  test.each([
    ['a key that is taken', { key: 'metric_1' }, 409],
    ['half a target band', { direction: 'target_band', bandLow: 1 }, 422],
    ['a band upside down', { bandLow: 2, bandHigh: 1 }, 422],
    ['an unknown system', { system: 'nowhere' }, 404],
    ['an unknown role', { role: 'hope' }, 400],
    ['a key with capitals', { key: 'Watch' }, 400],
  ])('is refused with %s', async (_, given, status) => {
    const draft = { system: 'feed', key: 'refused', name: 'Refused', role: 'proxy', ...given };
    const answer = await desk.hana.post('/metrics', draft);
    expect(answer.status).toBe(status);
    expect(answer.body.detail).toMatch(/\.$/);
  });

  test('stands for an objective of its own system', async () => {
    const draft = { system: 'feed', key: 'lost', name: 'Lost', role: 'proxy', objectiveId: elsewhere };
    const { status, body } = await desk.hana.post('/metrics', draft);
    expect(status).toBe(422);
    expect(body.detail).toContain('another system');
  });
});

describe('activation', () => {
  test('of a proxy needs an objective with its intent, and says so', async () => {
    const proxy = await define();
    const refused = await activate(proxy);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toBe(
      'A proxy needs an intent: choose the objective that it stands for, then activate it.',
    );
    await desk.hana.patch(`/metrics/${proxy.id}`, { objectiveId }, 1);
    expect((await activate(proxy)).body).toMatchObject({ state: 'active', version: 3 });
    expect((await activate(proxy)).status).toBe(409);
    const orphaned = await desk.hana.patch(`/metrics/${proxy.id}`, { objectiveId: null }, 3);
    expect(orphaned.status).toBe(409);
  });

  test('of anything else needs none', async () => {
    expect((await activate(await define({ role: 'diagnostic' }))).status).toBe(200);
  });

  test('ends on the day of retirement and not before', async () => {
    const metric = await define({ role: 'intent', retiredOn: dayFromNow(-1) });
    expect(metric.state).toBe('retired');
    expect((await activate(metric)).body.detail).toContain('retired');
    const soon = await define({ role: 'intent', retiredOn: dayFromNow(2) });
    expect((await activate(soon)).body.state).toBe('active');
  });
});

describe('a pair', () => {
  const halves = async (intentGiven: object = {}) => {
    const proxy = await define({ objectiveId });
    const intent = await define({ role: 'intent', ...intentGiven });
    return { proxy, intent, draft: { objectiveId, proxyMetricId: proxy.id, intentMetricId: intent.id } };
  };

  test('puts an intent measure beside a proxy, as a draft with .2 false alarms a year', async () => {
    const { proxy, draft } = await halves();
    const { status, body } = await desk.hana.post('/pairs', draft);
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'draft', axis: 'time', falseAlarmsPerYear: 0.2, version: 1 });
    expect((await desk.hana.get(`/metrics/${proxy.id}`)).body.unmeasured).toBe(false);
  });

  test('of two proxies, of another system or of an archived half is refused', async () => {
    const { proxy, draft } = await halves();
    expect((await desk.hana.post('/pairs', { ...draft, intentMetricId: proxy.id })).status).toBe(422);
    expect((await desk.hana.post('/pairs', { ...draft, objectiveId: elsewhere })).status).toBe(422);
    const away = await define({ role: 'intent' });
    await desk.hana.post(`/metrics/${away.id}/archive`);
    expect((await desk.hana.post('/pairs', { ...draft, intentMetricId: away.id })).status).toBe(422);
  });

  test('is watched once both halves are active; without values it has no data, never quiet', async () => {
    const { proxy, intent, draft } = await halves();
    const { id } = (await desk.hana.post('/pairs', draft)).body;
    expect((await desk.hana.post(`/pairs/${id}/activate`)).body.detail).toContain(`"${proxy.name}" first`);
    await activate(proxy);
    expect((await desk.hana.post(`/pairs/${id}/activate`)).body.detail).toContain(`"${intent.name}" first`);
    await activate(intent);
    const watched = await desk.hana.post(`/pairs/${id}/activate`);
    expect(watched.body).toMatchObject({ state: 'no_data', activatedAt: expect.any(String) });
    const at = new Date(Date.now() - 3_600_000).toISOString();
    const points = [proxy, intent].map(({ key }) => ({ metric: key, at, value: 1 }));
    await desk.hana.post('/observations', { points });
    expect((await desk.hana.get(`/pairs/${id}`)).body.state).toBe('learning');
  });

  test('counted in steps needs its run', async () => {
    const { proxy, intent, draft } = await halves();
    const { id } = (await desk.hana.post('/pairs', { ...draft, axis: 'step' })).body;
    await activate(proxy);
    await activate(intent);
    expect((await desk.hana.post(`/pairs/${id}/activate`)).body.detail).toContain('Choose the run first');
  });

  test('keeps its halves from being put away; archived, it lets go and comes back', async () => {
    const { proxy, intent, draft } = await halves();
    const { id } = (await desk.hana.post('/pairs', draft)).body;
    expect((await desk.hana.post(`/metrics/${proxy.id}/archive`)).status).toBe(409);
    expect((await desk.hana.patch(`/metrics/${intent.id}`, { role: 'guardrail' }, 1)).status).toBe(409);
    await desk.hana.post(`/pairs/${id}/archive`);
    await desk.hana.post(`/metrics/${proxy.id}/archive`);
    expect((await desk.hana.post(`/pairs/${id}/restore`)).body.detail).toContain(
      `Restore "${proxy.name}" first`,
    );
    await desk.hana.post(`/metrics/${proxy.id}/restore`);
    expect((await desk.hana.post(`/pairs/${id}/restore`)).body).toMatchObject({
      archivedAt: null,
      state: 'draft',
    });
    expect((await desk.hana.post(`/pairs/${id}/restore`)).status).toBe(409);
  });

  test('refuses a reference period upside down and more than 12 false alarms a year', async () => {
    const { draft } = await halves();
    const reference = { referenceFromOn: '2026-03-02', referenceToOn: '2026-03-01' };
    expect((await desk.hana.post('/pairs', { ...draft, ...reference })).status).toBe(422);
    expect((await desk.hana.post('/pairs', { ...draft, falseAlarmsPerYear: 13 })).status).toBe(400);
    expect((await desk.hana.post('/pairs', { ...draft, falseAlarmsPerYear: 0 })).status).toBe(400);
  });
});

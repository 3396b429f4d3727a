import { setUpNorthwind, type Desk } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  await desk.hana.post('/systems', { key: 'feed-ranker', name: 'Feed ranker' });
});
afterAll(() => api.stop());

const stated = { name: 'Worthwhile time', intent: 'Time well spent.', specification: 'Maximise watch time.' };

describe('a system', () => {
  test('needs a name and a key; the rest has a beginning', async () => {
    const { status, body } = await desk.hana.post('/systems', {
      key: 'support-chat',
      name: ' Support chat ',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'Support chat',
      purpose: '',
      stage: 'design',
      role: 'provider',
      riskClass: 'unassessed',
      version: 1,
      counts: { objectives: 0, metrics: 0, pairs: 0, unmeasuredProxies: 0 },
    });
    expect((await desk.hana.get('/systems/support-chat')).body).toEqual(body);
    expect((await desk.hana.get(`/systems/${body.id}`)).body).toEqual(body);
  });

  test.each([
    ['no name', { key: 'x' }, 400],
    ['a key with spaces', { key: 'Feed ranker', name: 'x' }, 400],
    ['a key like an id', { key: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10', name: 'x' }, 400],
    ['a key that is taken', { key: 'feed-ranker', name: 'x' }, 409],
    [
      'a team that is not there',
      { key: 'y', name: 'x', ownerTeamId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10' },
      422,
    ],
  ])('is refused with %s, in a sentence', async (_, draft, status) => {
    const answer = await desk.hana.post('/systems', draft);
    expect(answer.status).toBe(status);
    expect(answer.body.detail).toMatch(/\S.*\.$/);
  });

  test('is found by a part of its name or key, by stage, page by page', async () => {
    await desk.hana.post('/systems', { key: 'eta', name: 'Arrival times', stage: 'production' });
    const keys = async (query: string) =>
      (await desk.hana.get(`/systems?${query}`)).body.items.map(({ key }: { key: string }) => key);
    expect(await keys('q=FEED')).toEqual(['feed-ranker']);
    expect(await keys('stage=production')).toEqual(['eta']);
    const first = (await desk.hana.get('/systems?limit=1')).body;
    expect(first.items[0].key).toBe('eta');
    expect(await keys(`limit=1&cursor=${encodeURIComponent(first.next)}`)).toEqual(['feed-ranker']);
  });
});

describe('an edit', () => {
  test('without the version seen is refused, with an old one answered by what changed', async () => {
    const { id, version } = (await desk.hana.get('/systems/feed-ranker')).body;
    expect((await desk.hana.send('PATCH', `/systems/${id}`, { stage: 'training' })).status).toBe(428);
    const edited = await desk.hana.patch(`/systems/${id}`, { stage: 'training' }, version);
    expect(edited.body).toMatchObject({ stage: 'training', version: version + 1 });
    const late = await desk.hana.patch(`/systems/${id}`, { stage: 'retired' }, version);
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({
      changed: ['stage'],
      current: { stage: 'training', version: version + 1 },
    });
  });

  test('that changes nothing makes no version', async () => {
    const { id, version } = (await desk.hana.get('/systems/feed-ranker')).body;
    expect((await desk.hana.patch(`/systems/${id}`, { name: 'Feed ranker' }, version)).body.version).toBe(
      version,
    );
  });
});

test('an archived system leaves the list, keeps everything and comes back', async () => {
  await desk.hana.post('/systems', { key: 'old', name: 'Old' });
  expect((await desk.hana.post('/systems/old/archive')).body.archivedAt).toEqual(expect.any(String));
  expect((await desk.hana.post('/systems/old/archive')).status).toBe(409);
  const listed = async (query = '') => JSON.stringify((await desk.hana.get(`/systems${query}`)).body.items);
  expect(await listed()).not.toContain('"old"');
  expect(await listed('?archived=true')).toContain('"old"');
  expect((await desk.hana.post('/systems/old/restore')).body.archivedAt).toBeNull();
  expect((await desk.hana.post('/systems/old/restore')).status).toBe(409);
});

describe('an objective', () => {
  test.each([
    ['the intent', { ...stated, intent: ' ' }, 'intent'],
    ['the specification', { ...stated, specification: undefined }, 'specification'],
  ])('cannot be stated without %s', async (_, draft, path) => {
    const { status, body } = await desk.hana.post('/systems/feed-ranker/objectives', draft);
    expect(status).toBe(400);
    expect(body.errors).toEqual([expect.objectContaining({ path })]);
  });

  test('keeps a hardness profile from 0 to 3 and a log of loopholes with versions of their own', async () => {
    const { body } = await desk.hana.post('/systems/feed-ranker/objectives', { ...stated, implicit: 3 });
    expect(body).toMatchObject({ implicit: 3, changing: null, loopholes: [], version: 1 });
    expect((await desk.hana.patch(`/objectives/${body.id}`, { changing: 4 }, 1)).status).toBe(400);
    const loophole = (
      await desk.hana.post(`/objectives/${body.id}/loopholes`, {
        description: 'Autoplay counts as watching.',
      })
    ).body;
    expect(loophole).toMatchObject({ state: 'open', version: 1 });
    const closed = await desk.hana.patch(
      `/loopholes/${loophole.id}`,
      { state: 'closed', note: 'Not counted.' },
      1,
    );
    expect(closed.body).toMatchObject({ state: 'closed', version: 2 });
    expect((await desk.hana.get(`/objectives/${body.id}`)).body).toMatchObject({
      version: 1,
      loopholes: [{ state: 'closed', note: 'Not counted.' }],
    });
  });

  test('is archived only when no metric serves it, and comes back', async () => {
    const { id } = (await desk.hana.post('/systems/feed-ranker/objectives', stated)).body;
    const metric = { system: 'feed-ranker', key: 'serving', name: 'Serving', role: 'proxy', objectiveId: id };
    await desk.hana.post('/metrics', metric);
    const refused = await desk.hana.post(`/objectives/${id}/archive`);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('Serving');
    await desk.hana.post('/metrics/serving/archive');
    expect((await desk.hana.post(`/objectives/${id}/archive`)).status).toBe(200);
    const back = await desk.hana.post(`/objectives/${id}/restore`);
    expect(back.body).toMatchObject({ archivedAt: null, version: 3 });
    expect((await desk.hana.post(`/objectives/${id}/restore`)).status).toBe(409);
  });
});

test('versions and runs belong to their system; a name counts once', async () => {
  const version = await desk.hana.post('/systems/feed-ranker/versions', { name: 'v1' });
  expect(version.status).toBe(201);
  expect((await desk.hana.post('/systems/feed-ranker/versions', { name: 'v1' })).status).toBe(409);
  const run = { externalId: 'grpo-1', versionId: version.body.id };
  expect((await desk.hana.post('/systems/feed-ranker/runs', run)).status).toBe(201);
  expect((await desk.hana.post('/systems/feed-ranker/runs', run)).status).toBe(409);
  const elsewhere = await desk.hana.post('/systems/support-chat/runs', run);
  expect(elsewhere.status).toBe(422);
});

test.each([
  ['version', 'versions', 'system-versions', { name: 'v0' }],
  ['run', 'runs', 'runs', { externalId: 'grpo-0' }],
])('a %s is put away, leaves the list, and comes back', async (_, list, path, draft) => {
  const { id } = (await desk.hana.post(`/systems/feed-ranker/${list}`, draft)).body;
  const listed = async () => JSON.stringify((await desk.hana.get(`/systems/feed-ranker/${list}`)).body.items);
  expect((await desk.hana.post(`/${path}/${id}/restore`)).status).toBe(409);
  expect((await desk.hana.post(`/${path}/${id}/archive`)).body.archivedAt).toEqual(expect.any(String));
  expect((await desk.hana.post(`/${path}/${id}/archive`)).status).toBe(409);
  expect(await listed()).not.toContain(id);
  expect((await desk.hana.post(`/${path}/${id}/restore`)).body).toMatchObject({
    archivedAt: null,
    version: 3,
  });
  expect(await listed()).toContain(id);
});

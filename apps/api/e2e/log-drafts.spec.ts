import { amaraOkafor, type Colleague, type Desk, join, jonasLindqvist, setUpNorthwind } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let jonas: Colleague;
let amara: Colleague;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  jonas = await join(api, desk, jonasLindqvist);
  amara = await join(api, desk, amaraOkafor);
});
afterAll(() => api.stop());

test('a draft is kept for its writer alone, and forgotten when they say so', async () => {
  const draft = { title: 'Feed ranker buys session time', labels: { type: [] } };
  const saved = await jonas.voice.put('/log-draft', { draft });
  expect(saved).toMatchObject({ status: 200, body: { draft, savedAt: expect.any(String) } });
  expect((await jonas.voice.get('/log-draft')).body).toEqual(saved.body);
  expect((await amara.voice.get('/log-draft')).body).toEqual({ draft: null, savedAt: null });
  expect((await desk.script.get('/log-draft')).status).toBe(403);
  await jonas.voice.put('/log-draft', { draft: null });
  expect((await jonas.voice.get('/log-draft')).body).toEqual({ draft: null, savedAt: null });
});

test('in another workspace the same person begins anew', async () => {
  await desk.hana.post('/workspaces', { name: 'Southwind' });
  await desk.hana.put('/log-draft', { draft: { title: 'Northwind' } });
  const south = await desk.hana.get('/log-draft', { 'plumbline-workspace': 'southwind' });
  expect(south.body.draft).toBeNull();
});

test.each([
  ['no draft at all', {}],
  ['a list', { draft: [] }],
  ['more than anybody types', { draft: { title: 'a'.repeat(200_000) } }],
])('%s is refused', async (_, body) => {
  expect((await jonas.voice.put('/log-draft', body)).status).toBe(400);
});

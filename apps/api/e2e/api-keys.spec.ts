import {
  amaraOkafor,
  join,
  mateusCarvalho,
  script,
  setUpNorthwind,
  type Colleague,
  type Desk,
} from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let amara: Colleague;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  amara = await join(api, desk, amaraOkafor);
});
afterAll(() => api.stop());

const notebook = { name: 'Notebook', scopes: ['incidents:write', 'observations:write'] };

test('whoever may log may make a key, and sees their own; administrators see all', async () => {
  const made = await amara.voice.post('/api-keys', notebook);
  expect(made).toMatchObject({ status: 201, body: { role: 'reporter', lastUsedAt: null, expiresAt: null } });
  expect((await amara.voice.get('/api-keys')).body.items).toMatchObject([{ name: 'Notebook' }]);
  expect((await desk.hana.get('/api-keys')).body.items).toHaveLength(2);
  const mateus = await join(api, desk, mateusCarvalho);
  expect((await mateus.voice.post('/api-keys', notebook)).status).toBe(403);
});

test('a key says when it was last used', async () => {
  const { id, key } = (await amara.voice.post('/api-keys', notebook)).body;
  await script(api, key).post('/incidents', { title: 'Logged from a notebook' });
  const { items } = (await amara.voice.get('/api-keys')).body as {
    items: { id: string; lastUsedAt: string }[];
  };
  expect(items.find((each) => each.id === id)!.lastUsedAt).toMatch(/^\d{4}-/);
});

test.each([
  ['more than one’s own role', { ...notebook, role: 'triager' }, 'choose "reporter" or less'],
  ['a scope for administrators', { ...notebook, scopes: ['metrics:scrape'] }, 'Only an administrator'],
])('nobody hands a key %s', async (_, draft, sentence) => {
  expect(await amara.voice.post('/api-keys', draft)).toMatchObject({
    status: 403,
    body: { detail: expect.stringContaining(sentence) },
  });
});

test.each([
  ['an end in the past', { ...notebook, expiresAt: '2020-01-01T00:00:00Z' }, 422],
  ['no scope', { ...notebook, scopes: [] }, 400],
  ['an unknown scope', { ...notebook, scopes: ['everything'] }, 400],
  ['no name', { ...notebook, name: ' ' }, 400],
])('a key with %s is not made', async (_, draft, status) => {
  expect((await amara.voice.post('/api-keys', draft)).status).toBe(status);
});

test('only its maker and administrators may revoke a key, once', async () => {
  const hers = (await desk.hana.post('/api-keys', notebook)).body;
  expect((await amara.voice.post(`/api-keys/${hers.id}/revoke`)).status).toBe(404);
  const amaras = (await amara.voice.post('/api-keys', notebook)).body;
  expect((await desk.hana.post(`/api-keys/${amaras.id}/revoke`)).body.revokedAt).not.toBeNull();
  expect((await amara.voice.post(`/api-keys/${amaras.id}/revoke`)).status).toBe(409);
});

test('what a key writes stands under its name', async () => {
  const { body } = await desk.script.post('/incidents', { title: 'Logged by a script' });
  expect(body.reporter).toMatchObject({ kind: 'key', name: 'Everything' });
});

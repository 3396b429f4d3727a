import { browser, cookieOf, hanaSato, password, setUpNorthwind, voice } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

test('a new installation asks for its administrator, once', async () => {
  expect((await browser(api).get('/setup')).body).toEqual({ needed: true, codeNeeded: false });

  const desk = await setUpNorthwind(api);

  expect(desk.session).toMatchObject({
    person: hanaSato,
    memberships: [{ slug: 'northwind', name: 'Northwind', role: 'admin' }],
    warnings: [],
  });
  expect((await browser(api).get('/setup')).body).toEqual({ needed: false, codeNeeded: false });
  const again = await browser(api).post('/setup', { ...hanaSato, password, workspaceName: 'Second' });
  expect(again).toMatchObject({ status: 409, body: { code: 'setup/done' } });
});

test('signing in, asking who I am, signing out', async () => {
  const answer = await browser(api).post('/session', { email: 'HANA@example.org', password });
  expect(answer.status).toBe(201);
  expect(answer.headers.getSetCookie()[0]).toMatch(
    /^__Host-plumbline_session=\w{43}; .*Path=\/.*HttpOnly; Secure; SameSite=Lax/,
  );
  const hana = browser(api, cookieOf(answer));
  expect((await hana.get('/session')).body.person).toMatchObject(hanaSato);
  expect((await hana.delete('/session')).status).toBe(204);
  expect(await hana.get('/session')).toMatchObject({ status: 401, body: { code: 'auth/required' } });
});

test.each([
  ['a wrong password', { email: hanaSato.email, password: 'something else' }],
  ['an address nobody has', { email: 'nobody@example.org', password }],
])('%s is refused in the same words', async (_, attempt) => {
  const answer = await browser(api).post('/session', attempt);
  expect(answer).toMatchObject({ status: 401, body: { code: 'auth/bad-credentials' } });
  expect(answer.headers.getSetCookie()).toEqual([]);
});

test('a key works in its workspace without naming it, until it is revoked', async () => {
  const hana = browser(
    api,
    cookieOf(await browser(api).post('/session', { email: hanaSato.email, password })),
  );
  const { body } = await hana.post('/api-keys', { name: 'Notebook', scopes: ['workspace:read'] });
  const notebook = voice(api, { authorization: `Bearer ${body.key}` });

  expect((await notebook.get('/systems')).status).toBe(200);
  expect(await notebook.post('/systems', { key: 'x', name: 'X' })).toMatchObject({
    status: 403,
    body: { detail: expect.stringContaining('workspace:write') },
  });

  await hana.post(`/api-keys/${body.id}/revoke`);
  expect(await notebook.get('/systems')).toMatchObject({ status: 401, body: { code: 'auth/bad-key' } });
  const listed = (await hana.get('/api-keys')).body.items;
  expect(JSON.stringify(listed)).not.toContain(body.key);
});

import { resetPassword } from '../src/people/reset-password.js';
import { SetupCode } from '../src/people/setup-code.js';
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

describe('where other machines can reach it', () => {
  let reachable: TestApi;
  beforeAll(async () => {
    reachable = await startTestApi({ publicUrl: 'https://plumbline.example.org' });
  });
  afterAll(() => reachable.stop());

  test('the set-up asks for the code from the log', async () => {
    expect((await browser(reachable).get('/setup')).body).toEqual({ needed: true, codeNeeded: true });
    const attempt = { ...hanaSato, password, workspaceName: 'Northwind' };
    for (const setupCode of [undefined, '', 'aaaa-bbbb-cccc']) {
      const refused = await browser(reachable).post('/setup', { ...attempt, setupCode });
      expect(refused).toMatchObject({ status: 403, body: { code: 'auth/setup-code' } });
    }
    const setupCode = reachable.app.get(SetupCode).text;
    expect((await browser(reachable).post('/setup', { ...attempt, setupCode })).status).toBe(201);
  });
});

test('two browsers that set up at the same moment: one becomes administrator', async () => {
  const fresh = await startTestApi();
  const attempts = ['one@example.org', 'two@example.org'].map((email) =>
    browser(fresh).post('/setup', { name: 'Someone', email, password, workspaceName: 'Northwind' }),
  );
  const statuses = (await Promise.all(attempts)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([201, 409]);
  await fresh.stop();
});

test('without a browser: the configuration names the administrator', async () => {
  const firstAdministrator = { email: hanaSato.email, password, workspaceName: 'Northwind' };
  const fresh = await startTestApi({ firstAdministrator });
  expect((await browser(fresh).get('/setup')).body.needed).toBe(false);
  expect((await browser(fresh).post('/session', { email: hanaSato.email, password })).body).toMatchObject({
    memberships: [{ slug: 'northwind', role: 'admin' }],
  });
  await fresh.stop();
});

test('a password in the configuration that is too short stops the start, and is not repeated', async () => {
  const firstAdministrator = { email: hanaSato.email, password: 'short', workspaceName: 'Northwind' };
  await expect(startTestApi({ firstAdministrator })).rejects.toThrow(
    /^the first administrator cannot be made: password: Use at least 10 characters\.$/,
  );
});

test('a lost password is reset from the command line: new password, sessions ended, recorded', async () => {
  const cookie = cookieOf(await browser(api).post('/session', { email: hanaSato.email, password }));
  await expect(resetPassword(api.databaseUrl, 'nobody@example.org')).rejects.toThrow('Nobody here has');

  const fresh = await resetPassword(api.databaseUrl, 'Hana@example.org');

  expect((await browser(api, cookie).get('/session')).status).toBe(401);
  expect((await browser(api).post('/session', { email: hanaSato.email, password })).status).toBe(401);
  expect((await browser(api).post('/session', { email: hanaSato.email, password: fresh })).status).toBe(201);
});

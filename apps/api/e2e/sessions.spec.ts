import { browser, cookieOf, hanaSato, password, setUpNorthwind, type Desk } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
});
afterAll(() => api.stop());

const signIn = (secret = password, cookie?: string) =>
  browser(api, cookie).post('/session', { email: hanaSato.email, password: secret });
const isOpen = async (cookie: string) => (await browser(api, cookie).get('/session')).status === 200;

test('a second sign-in of the same browser replaces its session: an old cookie opens nothing', async () => {
  const before = cookieOf(await signIn());
  const after = cookieOf(await signIn(password, before));
  expect(after).not.toBe(before);
  expect(await isOpen(before)).toBe(false);
  expect(await isOpen(after)).toBe(true);
});

test('sessions are listed, and each can be ended from another', async () => {
  const laptop = cookieOf(await signIn());
  const phone = cookieOf(await signIn());
  const onLaptop = browser(api, laptop);

  const { items } = (await onLaptop.get('/sessions')).body as { items: { id: string; current: boolean }[] };
  const mine = (await onLaptop.get('/session')).body.sessionId as string;
  expect(items.filter(({ current }) => current).map(({ id }) => id)).toEqual([mine]);
  const other = (await browser(api, phone).get('/session')).body.sessionId as string;

  expect((await onLaptop.delete(`/sessions/${other}`)).status).toBe(204);
  expect(await isOpen(phone)).toBe(false);
  expect((await onLaptop.delete(`/sessions/${other}`)).status).toBe(404);
});

test('signing out everywhere else keeps this browser', async () => {
  const here = cookieOf(await signIn());
  const there = cookieOf(await signIn());
  expect((await browser(api, here).delete('/sessions')).status).toBe(204);
  expect([await isOpen(here), await isOpen(there)]).toEqual([true, false]);
  desk = { ...desk, cookie: here, hana: browser(api, here, 'northwind') };
});

test('a new password ends every other session and needs the present one', async () => {
  const elsewhere = cookieOf(await signIn());
  const wrong = await desk.hana.put('/person/password', {
    currentPassword: 'not this one',
    newPassword: 'something new and long',
  });
  expect(wrong).toMatchObject({ status: 401, body: { code: 'auth/bad-credentials' } });

  const changed = await desk.hana.put('/person/password', {
    currentPassword: password,
    newPassword: 'something new and long',
  });

  expect(changed.status).toBe(200);
  expect(await isOpen(elsewhere)).toBe(false);
  expect(await isOpen(desk.cookie)).toBe(false);
  expect(await isOpen(cookieOf(changed))).toBe(true);
  expect((await signIn()).status).toBe(401);
  expect((await signIn('something new and long')).status).toBe(201);
  desk.hana = browser(api, cookieOf(changed), 'northwind');
});

test('no answer to a person is kept by a cache on the way', async () => {
  expect((await desk.hana.get('/session')).headers.get('cache-control')).toBe('private, no-cache');
});

test('a person can change the name that others see', async () => {
  expect((await desk.hana.put('/person/name', { name: 'Hana S. Sato' })).body.person.name).toBe(
    'Hana S. Sato',
  );
  expect((await desk.hana.get('/members')).body.items[0].name).toBe('Hana S. Sato');
});

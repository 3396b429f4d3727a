import { Clock } from '../src/platform/clock.js';
import {
  amaraOkafor,
  browser,
  cookieOf,
  hanaSato,
  invitationPath,
  join,
  jonasLindqvist,
  password,
  setUpNorthwind,
  type Desk,
} from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
});
afterAll(() => api.stop());

test('a new person follows the link, chooses a name and password, and is in with role and team', async () => {
  const team = (await desk.hana.post('/teams', { name: 'Recommendations' })).body;
  const issued = await desk.hana.post('/invitations', {
    email: jonasLindqvist.email,
    role: 'triager',
    teamIds: [team.id],
  });
  const link = invitationPath(issued);

  expect((await browser(api).get(link)).body).toMatchObject({
    workspaceName: 'Northwind',
    email: jonasLindqvist.email,
    role: 'triager',
    invitedBy: hanaSato.name,
    hasAccount: false,
  });
  const accepted = await browser(api).post(`${link}/accept`, {
    name: jonasLindqvist.name,
    newPassword: password,
  });

  expect(accepted.body.memberships).toMatchObject([{ slug: 'northwind', role: 'triager' }]);
  const members = (await browser(api, cookieOf(accepted)).get('/members')).body.items;
  expect(members).toContainEqual(
    expect.objectContaining({ name: jonasLindqvist.name, role: 'triager', teamIds: [team.id] }),
  );
  const again = await browser(api).post(`${link}/accept`, { name: 'Someone', newPassword: password });
  expect(again).toMatchObject({ status: 409, body: { detail: expect.stringContaining('accepted already') } });
});

test('a new person is told which field is missing', async () => {
  const issued = await desk.hana.post('/invitations', { email: 'new@example.org' });
  const answer = await browser(api).post(`${invitationPath(issued)}/accept`, {});
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'name' }] } });
});

test('inviting the same address again makes the older link worthless', async () => {
  const older = await desk.hana.post('/invitations', { email: 'twice@example.org' });
  const newer = await desk.hana.post('/invitations', { email: 'Twice@example.org' });
  expect((await browser(api).get(invitationPath(older))).status).toBe(409);
  expect((await browser(api).get(invitationPath(newer))).status).toBe(200);
});

test('a revoked link and one older than a week open nothing', async () => {
  const revoked = await desk.hana.post('/invitations', { email: 'revoked@example.org' });
  expect((await desk.hana.delete(`/invitations/${revoked.body.id}`)).status).toBe(204);
  expect((await browser(api).get(invitationPath(revoked))).body.detail).toContain('revoked');

  const old = await desk.hana.post('/invitations', { email: 'late@example.org' });
  const clock = api.app.get(Clock);
  const later = new Date(Date.now() + 8 * 24 * 60 * 60 * 1000);
  const { now } = clock;
  clock.now = () => later;
  expect((await browser(api).get(invitationPath(old))).body.detail).toContain('expired');
  clock.now = now;
});

test('a member cannot be invited, and a link nobody made leads nowhere', async () => {
  expect((await desk.hana.post('/invitations', { email: 'JONAS@example.org' })).status).toBe(409);
  expect((await browser(api).get('/invitation/abc')).status).toBe(404);
});

describe('someone with an account, invited to a second workspace', () => {
  let link: string;
  let amara: string;
  beforeAll(async () => {
    amara = (await join(api, desk, amaraOkafor)).cookie;
    await desk.hana.post('/workspaces', { name: 'Southwind' });
    const southwind = browser(api, desk.cookie, 'southwind');
    link = invitationPath(await southwind.post('/invitations', { email: amaraOkafor.email, role: 'admin' }));
  });

  test('needs their password when not signed in', async () => {
    const stranger = browser(api);
    expect((await stranger.get(link)).body.hasAccount).toBe(true);
    expect((await stranger.post(`${link}/accept`, {})).body.errors).toMatchObject([{ path: 'password' }]);
    expect((await stranger.post(`${link}/accept`, { password: 'wrong' })).status).toBe(401);
  });

  test('is not let in as somebody else', async () => {
    expect(await desk.hana.post(`${link}/accept`, {})).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('Sign out') },
    });
  });

  test('needs nothing more when signed in, and must then say which workspace is meant', async () => {
    const accepted = await browser(api, amara).post(`${link}/accept`, {});
    expect(accepted.body.memberships).toMatchObject([
      { slug: 'northwind', role: 'reporter' },
      { slug: 'southwind', role: 'admin' },
    ]);
    const cookie = cookieOf(accepted);
    expect(await browser(api, cookie).get('/members')).toMatchObject({
      status: 400,
      body: { code: 'request/workspace-missing' },
    });
    expect((await browser(api, cookie, 'southwind').get('/members')).body.items).toHaveLength(2);
    expect((await browser(api, cookie, 'elsewhere').get('/members')).status).toBe(404);
  });
});

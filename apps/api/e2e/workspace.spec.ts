import {
  amaraOkafor,
  browser,
  join,
  jonasLindqvist,
  script,
  setUpNorthwind,
  type Colleague,
  type Desk,
} from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let jonas: Colleague;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  jonas = await join(api, desk, jonasLindqvist);
});
afterAll(() => api.stop());

describe('the workspace itself', () => {
  test('is renamed by version: of two edits of what both saw, the second is told what changed', async () => {
    const renamed = await desk.hana.patch('/workspace', { name: 'Northwind AI' }, 1);
    expect(renamed.body).toMatchObject({ name: 'Northwind AI', version: 2 });
    expect(await desk.hana.patch('/workspace', { timeZone: 'Europe/Zurich' }, 1)).toMatchObject({
      status: 412,
      body: { changed: ['name'], current: { name: 'Northwind AI' } },
    });
    expect((await desk.hana.patch('/workspace', { timeZone: 'Mars/Olympus' }, 2)).status).toBe(400);
  });

  test('is joined by further ones, which only an administrator may open', async () => {
    const opened = await desk.hana.post('/workspaces', { name: 'Café Nord' });
    expect(opened.body).toMatchObject({ slug: 'cafe-nord', role: 'admin' });
    expect((await desk.hana.post('/workspaces', { name: 'Cafe Nord' })).body.slug).toBe('cafe-nord-2');
    expect((await desk.hana.post('/workspaces', { name: 'X', slug: 'northwind' })).status).toBe(409);
    expect((await jonas.voice.post('/workspaces', { name: 'Mine' })).body.detail).toContain('Ask one');
  });
});

describe('teams', () => {
  test('are made, renamed, filled, emptied, put away and taken back', async () => {
    const { id } = (await desk.hana.post('/teams', { name: 'Feed' })).body;
    expect((await desk.hana.post('/teams', { name: 'feed' })).body.detail).toContain('Choose another name');
    await desk.hana.patch(`/teams/${id}`, { name: 'Home feed' }, 1);

    const filled = await desk.hana.put(`/teams/${id}/members/${jonas.personId}`, undefined);
    expect(filled.body.members).toEqual([{ personId: jonas.personId, name: 'Jonas Lindqvist' }]);
    expect((await desk.hana.get(`/members?team=${id}`)).body.items).toHaveLength(1);
    expect((await desk.hana.delete(`/teams/${id}/members/${jonas.personId}`)).body.members).toEqual([]);

    expect((await desk.hana.post(`/teams/${id}/archive`)).body.archivedAt).not.toBeNull();
    expect((await desk.hana.get('/teams')).body.items).toEqual([]);
    expect((await desk.hana.get('/teams?archived=true')).body.items).toMatchObject([{ name: 'Home feed' }]);
    expect((await desk.hana.post(`/teams/${id}/archive`)).status).toBe(409);
    expect((await desk.hana.post(`/teams/${id}/restore`)).body.archivedAt).toBeNull();
  });
});

describe('members', () => {
  test('come page by page and can be searched', async () => {
    const first = (await desk.hana.get('/members?limit=1')).body;
    expect(first.items).toMatchObject([{ name: 'Hana Sato' }]);
    const second = (await desk.hana.get(`/members?limit=1&cursor=${first.next}`)).body;
    expect(second).toMatchObject({ items: [{ name: 'Jonas Lindqvist' }], next: null });
    expect((await desk.hana.get('/members?q=JONAS@')).body.items).toHaveLength(1);
  });

  test('the last administrator stays', async () => {
    const hana = desk.session.person.id;
    for (const answer of [
      await desk.hana.put(`/members/${hana}/role`, { role: 'viewer' }),
      await desk.hana.delete(`/members/${hana}`),
      await desk.hana.post('/workspace/leave'),
    ])
      expect(answer).toMatchObject({ status: 409, body: { detail: expect.stringContaining('first') } });
  });

  test('two administrators who demote each other at the same moment: one of them stays', async () => {
    await desk.hana.put(`/members/${jonas.personId}/role`, { role: 'admin' });
    const statuses = await Promise.all([
      desk.hana.put(`/members/${jonas.personId}/role`, { role: 'triager' }),
      jonas.voice.put(`/members/${desk.session.person.id}/role`, { role: 'triager' }),
    ]);
    expect(statuses.filter(({ status }) => status === 200)).toHaveLength(1);
    const members = (await desk.hana.get('/members')).body.items as { role: string; personId: string }[];
    const [left, ...others] = members.filter(({ role }) => role === 'admin');
    expect(others).toEqual([]);
    const hanaId = desk.session.person.id;
    if (left!.personId !== hanaId) {
      await jonas.voice.put(`/members/${hanaId}/role`, { role: 'admin' });
      await desk.hana.put(`/members/${jonas.personId}/role`, { role: 'triager' });
    }
  });

  test('with a lesser role, keys that may do more are revoked; others go on', async () => {
    const small = (await jonas.voice.post('/api-keys', { name: 'Small', scopes: ['workspace:read'] })).body;
    const large = (
      await jonas.voice.post('/api-keys', { name: 'Large', role: 'triager', scopes: ['workspace:read'] })
    ).body;
    await desk.hana.put(`/members/${jonas.personId}/role`, { role: 'reporter' });
    expect((await script(api, small.key).get('/systems')).status).toBe(200);
    expect((await script(api, large.key).get('/systems')).body.detail).toContain('revoked');
  });

  test('a member who is removed is out at once, with every key, and may be invited again', async () => {
    const amara = await join(api, desk, amaraOkafor);
    const { key } = (await amara.voice.post('/api-keys', { name: 'Notebook', scopes: ['workspace:read'] }))
      .body;
    const incident = (await amara.voice.post('/incidents', { title: 'Clicks rise, joy falls' })).body;

    expect((await desk.hana.delete(`/members/${amara.personId}`)).status).toBe(204);

    expect((await amara.voice.get('/systems')).status).toBe(404);
    expect((await browser(api, amara.cookie).get('/systems')).status).toBe(403);
    expect((await script(api, key).get('/systems')).status).toBe(401);
    expect((await desk.hana.get('/members')).body.items).toHaveLength(2);
    expect((await desk.hana.get(`/incidents/${incident.key}`)).body.reporter.name).toBe('Amara Okafor');
    expect((await desk.hana.post('/invitations', { email: amaraOkafor.email })).status).toBe(201);
  });
});

test('everything above stands in the record, gap-free', async () => {
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: api.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ verb: string; seq: string }>(
    'SELECT verb, seq FROM activity WHERE workspace_id = $1 ORDER BY seq',
    [desk.workspaceId],
  );
  await client.end();
  expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_, index) => index + 1));
  expect([...new Set(rows.map(({ verb }) => verb))].sort()).toEqual(
    expect.arrayContaining([
      'api_key.issued',
      'invitation.issued',
      'member.joined',
      'member.removed',
      'member.role_changed',
      'team.archived',
      'team.edited',
      'team.made',
      'team.member_added',
      'team.member_removed',
      'team.restored',
      'workspace.edited',
      'workspace.opened',
    ]),
  );
});

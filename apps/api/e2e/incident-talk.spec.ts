import {
  amaraOkafor,
  browser,
  invitationPath,
  join,
  jonasLindqvist,
  mateusCarvalho,
  password,
  setUpNorthwind,
} from './cast.js';
import type { Colleague, Desk } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let jonas: Colleague;
let amara: Colleague;
let mateus: Colleague;
let at: string;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  jonas = await join(api, desk, jonasLindqvist);
  amara = await join(api, desk, amaraOkafor);
  mateus = await join(api, desk, mateusCarvalho);
});
beforeEach(async () => {
  at = `/incidents/${(await desk.hana.post('/incidents', { title: 'Clicks rise, joy falls' })).body.key}`;
});
afterAll(() => api.stop());

const nobody = '0192f0c1-7b5e-7c3a-9a51-000000000000';

describe('comments', () => {
  test('are said, rewritten by their author, and found by their words', async () => {
    const said = await amara.voice.post(`${at}/comments`, { body: ' Seen in **zebrafish** too ' });
    expect(said).toMatchObject({
      status: 201,
      body: {
        author: { name: 'Amara Okafor' },
        body: 'Seen in **zebrafish** too',
        mine: true,
        editedAt: null,
      },
    });
    expect((await desk.hana.get('/incidents?q=zebrafish')).body.items).toHaveLength(1);
    const { id } = said.body;
    const edited = await amara.voice.send('PATCH', `${at}/comments/${id}`, { body: 'Seen in axolotl too' });
    expect(edited.body.editedAt).not.toBeNull();
    expect((await desk.hana.get('/incidents?q=zebrafish')).body.items).toEqual([]);
    expect((await desk.hana.get(`${at}/comments`)).body.items).toMatchObject([
      { body: 'Seen in axolotl too', mine: false },
    ]);
  });

  test('keep what was typed, markup and all: whoever shows them renders it harmless', async () => {
    const body = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) `<b>`';
    expect((await amara.voice.post(`${at}/comments`, { body })).body.body).toBe(body);
  });

  test('leave the version alone, so that they never disturb an edit', async () => {
    await amara.voice.post(`${at}/comments`, { body: 'While you type' });
    expect((await desk.hana.patch(at, { lesson: 'Typed meanwhile' }, 1)).status).toBe(200);
  });

  test('removed, a comment keeps its place; its words are gone everywhere, the record included', async () => {
    const { id } = (await amara.voice.post(`${at}/comments`, { body: 'Call Ada on 555-0173' })).body;
    await amara.voice.send('PATCH', `${at}/comments/${id}`, { body: 'Call Ada on 555-0199' });
    expect((await amara.voice.delete(`${at}/comments/${id}`)).status).toBe(204);
    expect((await amara.voice.delete(`${at}/comments/${id}`)).status).toBe(204);

    expect((await desk.hana.get(`${at}/comments`)).body.items).toMatchObject([
      { id, removed: true, body: '' },
    ]);
    const activity = (await desk.hana.get(`${at}/activity`)).body;
    expect(activity.items.map(({ verb }: { verb: string }) => verb)).toEqual([
      'incident.comment_removed',
      'incident.comment_edited',
      'incident.commented',
      'incident.logged',
    ]);
    expect(JSON.stringify(activity)).not.toContain('555-01');
    expect((await desk.hana.get('/incidents?q=555-0199')).body.items).toEqual([]);
    const rewritten = await amara.voice.send('PATCH', `${at}/comments/${id}`, { body: 'Back' });
    expect(rewritten.status).toBe(404);
  });

  test('are rewritten by their author alone, removed by an administrator too', async () => {
    const { id } = (await amara.voice.post(`${at}/comments`, { body: 'Mine' })).body;
    for (const voice of [jonas.voice, desk.hana]) {
      expect(await voice.send('PATCH', `${at}/comments/${id}`, { body: 'Yours' })).toMatchObject({
        status: 403,
        body: { detail: expect.stringContaining('author') },
      });
    }
    expect((await jonas.voice.delete(`${at}/comments/${id}`)).status).toBe(403);
    expect((await mateus.voice.delete(`${at}/comments/${id}`)).status).toBe(403);
    expect((await desk.hana.delete(`${at}/comments/${id}`)).status).toBe(204);
  });

  test('of one incident are not reached through another', async () => {
    const { id } = (await amara.voice.post(`${at}/comments`, { body: 'Here' })).body;
    const other = (await desk.hana.post('/incidents', { title: 'Elsewhere' })).body.key;
    expect((await amara.voice.delete(`/incidents/${other}/comments/${id}`)).status).toBe(404);
  });

  test('name nobody of another workspace, whatever id is typed', async () => {
    await desk.hana.post('/workspaces', { name: 'Southwind' });
    const invited = await browser(api, desk.cookie, 'southwind').post('/invitations', {
      email: 'ines@example.org',
      role: 'viewer',
    });
    const { person } = (
      await browser(api).post(`${invitationPath(invited)}/accept`, {
        name: 'Inês Prado',
        newPassword: password,
      })
    ).body;
    const said = await amara.voice.post(`${at}/comments`, {
      body: `Ask <@${person.id}>, <@${jonas.personId}>`,
    });
    expect(said.body.body).toBe('Ask @somebody, @Jonas Lindqvist');
  });

  test('come in pages, oldest first', async () => {
    for (const body of ['One', 'Two', 'Three']) await amara.voice.post(`${at}/comments`, { body });
    const first = (await desk.hana.get(`${at}/comments?limit=2`)).body;
    const second = (await desk.hana.get(`${at}/comments?limit=2&cursor=${first.next}`)).body;
    expect([...first.items, ...second.items].map(({ body }) => body)).toEqual(['One', 'Two', 'Three']);
    expect(second.next).toBeNull();
  });
});

describe('evidence', () => {
  const link = { kind: 'link', title: 'Audit', content: 'https://example.org/audit' };
  const transcript = { kind: 'transcript', title: 'Session', content: 'User: 2+2=5?\nChat: Yes.' };

  test('is a link or a transcript, added by reporters, read by all', async () => {
    expect((await amara.voice.post(`${at}/evidence`, link)).status).toBe(201);
    expect((await jonas.voice.post(`${at}/evidence`, transcript)).status).toBe(201);
    expect((await mateus.voice.post(`${at}/evidence`, link)).status).toBe(403);
    expect((await mateus.voice.get(`${at}/evidence`)).body.items).toMatchObject([
      { ...link, addedBy: 'Amara Okafor', mine: false },
      { ...transcript, addedBy: 'Jonas Lindqvist' },
    ]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://example.org', 'example.org'])(
    'is not the address %s',
    async (content) => {
      expect((await amara.voice.post(`${at}/evidence`, { ...link, content })).status).toBe(400);
    },
  );

  test('is removed by who added it or a triager; then even its title is gone from the record', async () => {
    const first = (await amara.voice.post(`${at}/evidence`, link)).body.id;
    const second = (await jonas.voice.post(`${at}/evidence`, transcript)).body.id;
    expect((await amara.voice.delete(`${at}/evidence/${second}`)).status).toBe(403);
    expect((await amara.voice.delete(`${at}/evidence/${first}`)).status).toBe(204);
    expect((await jonas.voice.delete(`${at}/evidence/${second}`)).status).toBe(204);
    expect((await jonas.voice.delete(`${at}/evidence/${second}`)).status).toBe(404);
    expect((await desk.hana.get(`${at}/evidence`)).body.items).toEqual([]);
    expect(JSON.stringify((await desk.hana.get(`${at}/activity`)).body)).not.toContain('Audit');
  });
});

describe('relations', () => {
  test.each(['similar_to', 'caused_by', 'regression_of', 'variant_of'])(
    '%s reads from both ends, once, until it is removed',
    async (kind) => {
      const other = (await desk.hana.post('/incidents', { title: 'Alerts timed for taps' })).body.key;
      const link = await amara.voice.post(`${at}/links`, { kind, to: other });
      expect(link).toMatchObject({ status: 201, body: { kind, outgoing: true, key: other } });
      expect((await amara.voice.post(`${at}/links`, { kind, to: other })).status).toBe(409);
      expect((await mateus.voice.get(`/incidents/${other}/links`)).body.items).toMatchObject([
        { kind, outgoing: false, title: 'Clicks rise, joy falls' },
      ]);
      expect((await amara.voice.delete(`${at}/links/${link.body.id}`)).status).toBe(204);
      expect((await amara.voice.delete(`${at}/links/${link.body.id}`)).status).toBe(404);
      expect((await desk.hana.get(`${at}/links`)).body.items).toEqual([]);
    },
  );

  test('lead to another incident that is there', async () => {
    const itself = at.slice('/incidents/'.length);
    expect((await amara.voice.post(`${at}/links`, { kind: 'caused_by', to: itself })).status).toBe(422);
    expect((await amara.voice.post(`${at}/links`, { kind: 'caused_by', to: 'INC-9999' })).status).toBe(422);
    expect((await amara.voice.post(`${at}/links`, { kind: 'duplicate_of', to: 'INC-1' })).status).toBe(400);
    expect((await amara.voice.delete(`${at}/links/${nobody}`)).status).toBe(404);
  });
});

import { NewsService } from '../src/notify/news.service.js';
import { Clock } from '../src/platform/clock.js';
import { Jobs } from '../src/platform/jobs/jobs.js';
import {
  amaraOkafor,
  type Colleague,
  type Desk,
  hanaSato,
  join,
  jonasLindqvist,
  mateusCarvalho,
  setUpNorthwind,
} from './cast.js';
import { PostOffice, type Received } from './post-office.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let office: PostOffice;
let api: TestApi;
let desk: Desk;
let jonas: Colleague;
let amara: Colleague;
let mateus: Colleague;

beforeAll(async () => {
  office = await PostOffice.open();
  api = await startTestApi({
    mail: { smtpUrl: office.url, from: 'Plumbline <plumbline@example.org>' },
    publicUrl: 'http://127.0.0.1:4321',
  });
  desk = await setUpNorthwind(api);
  jonas = await join(api, desk, jonasLindqvist);
  amara = await join(api, desk, amaraOkafor);
  mateus = await join(api, desk, mateusCarvalho);
  await api.workOff();
});
afterAll(async () => {
  await api.stop();
  await office.close();
});
beforeEach(async () => {
  office.refusal = null;
  await later();
  office.received = [];
});

const at = (ms: number, work: () => Promise<void>): Promise<void> =>
  api.app.get(Clock, { strict: false }).runAt(new Date(Date.now() + ms), work);
/** Works everything off as if nothing could be taken back any more. */
const later = (ms = 11_000): Promise<void> => at(ms, () => api.app.get(Jobs, { strict: false }).workOff());

const log = async (more: object = {}) =>
  (await desk.hana.post('/incidents', { title: 'Feed ranker buys session time', ...more })).body as {
    id: string;
    key: string;
  };
const told = async (who: { voice: Colleague['voice'] }, key: string) =>
  (await who.voice.get('/notifications')).body.items
    .filter(({ incident }: { incident: { key: string } | null }) => incident?.key === key)
    .map(({ kind, words }: { kind: string; words: string }) => (words ? `${kind}: ${words}` : kind));
const move = async (key: string, body: object) => {
  const { version } = (await desk.hana.get(`/incidents/${key}`)).body;
  return desk.hana.post(`/incidents/${key}/moves`, body, { 'if-match': `"${version}"` });
};
const follow = (who: Colleague, key: string) =>
  who.voice.put(`/incidents/${key}/following`, { follows: true });

describe('a mention', () => {
  test('reaches who is meant, in the app and by mail at once, and nobody else', async () => {
    const { key } = await log();
    const comment = await desk.hana.post(`/incidents/${key}/comments`, {
      body: 'Look, @Jonas Lindqvist & all',
    });
    expect(comment.body.body).toBe('Look, @Jonas Lindqvist & all');
    await later();
    expect(await told(jonas, key)).toEqual(['mentioned: Look, @Jonas Lindqvist & all']);
    expect(await told(amara, key)).toEqual([]);
    expect(office.received.map(({ to }) => to)).toEqual([jonasLindqvist.email]);
    const [{ text }] = office.received as [Received];
    expect(text).toContain(`Subject: Hana Sato mentioned you in ${key}: Feed ranker buys session time`);
    expect(text).toContain('From: Plumbline <plumbline@example.org>');
    expect(text).toContain('> Look, @Jonas Lindqvist & all');
    expect(text).toContain('Look, @Jonas Lindqvist &#38; all');
    expect(text).toContain(`http://127.0.0.1:4321/w/northwind/incidents/${key}`);
    expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  test('follows a new name, and what a comment said before can be read', async () => {
    const { key } = await log();
    const { id } = (await desk.hana.post(`/incidents/${key}/comments`, { body: 'Ask @Amara Okafor' })).body;
    await amara.voice.put('/person/name', { name: 'Amara Eze' });
    const path = `/incidents/${key}/comments`;
    expect((await desk.hana.get(path)).body.items[0].body).toBe('Ask @Amara Eze');
    await desk.hana.send('PATCH', `${path}/${id}`, { body: 'Never mind' });
    expect((await desk.hana.get(`${path}/${id}/history`)).body.items).toEqual([
      { body: 'Ask @Amara Eze', until: expect.any(String) },
    ]);
    await amara.voice.put('/person/name', { name: amaraOkafor.name });
  });

  test('in a restricted incident is kept from who may not see it, and opening it tells them', async () => {
    const { key } = await log({ visibility: 'restricted' });
    await desk.hana.post(`/incidents/${key}/comments`, { body: '@Mateus Carvalho' });
    await later();
    expect((await mateus.voice.get('/notifications/unread')).body.count).toBe(0);
    const { version } = (await desk.hana.get(`/incidents/${key}`)).body;
    await desk.hana.patch(`/incidents/${key}`, { visibleTo: [mateus.personId] }, version);
    await later();
    expect(await told(mateus, key)).toEqual(['opened_to_you']);
    await desk.hana.patch(`/incidents/${key}`, { visibleTo: [] }, version + 1);
    expect(await told(mateus, key)).toEqual([]);
    expect((await mateus.voice.get('/notifications/unread')).body.count).toBe(0);
  });
});

describe('a decision', () => {
  test('is held back while it can be taken back, and never told when it was', async () => {
    const { key } = await log();
    await follow(jonas, key);
    await move(key, { verb: 'decline', reason: 'bug' });
    await later(2_000);
    expect(await told(jonas, key)).toEqual([]);
    const { version } = (await desk.hana.get(`/incidents/${key}`)).body;
    expect((await desk.hana.post(`/incidents/${key}/undo`, { version })).status).toBe(200);
    await later();
    expect(await told(jonas, key)).toEqual([]);
    await move(key, { verb: 'accept' });
    await later();
    expect(await told(jonas, key)).toEqual(['moved']);
  });

  test('is told once, however many read the record at a time', async () => {
    const { key } = await log();
    await follow(jonas, key);
    await move(key, { verb: 'accept' });
    const news = api.app.get(NewsService, { strict: false });
    await at(11_000, async () => {
      await Promise.all([1, 2, 3, 4].map(() => news.tell(desk.workspaceId)));
    });
    expect(await told(jonas, key)).toEqual(['moved']);
  });
});

describe('a person', () => {
  test('reads, counts, and takes reading back', async () => {
    const { key } = await log({ ownerId: jonas.personId });
    await later();
    const { items } = (await jonas.voice.get('/notifications?unread=true')).body;
    const [mine] = items;
    expect(mine).toMatchObject({ kind: 'assigned', incident: { key }, by: 'Hana Sato', readAt: null });
    const before = (await jonas.voice.get('/notifications/unread')).body.count as number;
    const ids = [mine.id];
    expect((await jonas.voice.post('/notifications/read', { ids })).body.count).toBe(before - 1);
    expect((await jonas.voice.post('/notifications/read', { ids, read: false })).body.count).toBe(before);
    expect((await jonas.voice.post('/notifications/read', {})).body.count).toBe(0);
    expect((await desk.script.get('/notifications')).status).toBe(403);
  });

  test('is told of a task, and of nothing they do themselves', async () => {
    const task = { title: 'Run the audit again', ownerId: jonas.personId };
    await jonas.voice.post('/tasks', task);
    await desk.hana.post('/tasks', task);
    await later();
    const { items } = (await jonas.voice.get('/notifications')).body;
    const ofTasks = items.filter(({ kind }: { kind: string }) => kind === 'task_assigned');
    expect(ofTasks).toEqual([
      expect.objectContaining({ by: 'Hana Sato', task: { id: expect.any(String), title: task.title } }),
    ]);
    expect(office.received.map(({ to }) => to)).toEqual([jonasLindqvist.email]);
  });

  test('says how they want to be told; the link of a mail ends just these', async () => {
    const { key } = await log();
    await jonas.voice.put('/notification-preferences', {
      items: [{ kind: 'assigned', inApp: false, mail: 'off' }],
    });
    const { version } = (await desk.hana.get(`/incidents/${key}`)).body;
    await desk.hana.patch(`/incidents/${key}`, { ownerId: jonas.personId }, version);
    await desk.hana.post(`/incidents/${key}/comments`, { body: '@Jonas Lindqvist' });
    await later();
    expect(await told(jonas, key)).toEqual(['mentioned: @Jonas Lindqvist']);
    const path = /http:\/\/127\.0\.0\.1:4321(\/unsubscribe\/[\w-]+)/.exec(office.received[0]!.text)![1]!;
    expect(await (await fetch(api.url + path)).text()).toContain('No more of these mails?');
    const wish = async () =>
      (await jonas.voice.get('/notification-preferences')).body.items.find(
        ({ kind }: { kind: string }) => kind === 'mentioned',
      );
    expect(await wish()).toMatchObject({ mail: 'at_once' });
    const click = await fetch(api.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(click.status).toBe(200);
    expect(await wish()).toEqual({ kind: 'mentioned', inApp: true, mail: 'off' });
    expect((await fetch(`${api.url}/unsubscribe/nothing`, { method: 'POST' })).status).toBe(404);
    await jonas.voice.put('/notification-preferences', {
      items: [
        { kind: 'assigned', inApp: true, mail: 'at_once' },
        { kind: 'mentioned', inApp: true, mail: 'at_once' },
      ],
    });
  });

  test('gets one digest in the morning of the workspace', async () => {
    const { key } = await log();
    await follow(amara, key);
    await desk.hana.post(`/incidents/${key}/comments`, { body: 'First' });
    await desk.hana.post(`/incidents/${key}/comments`, { body: 'Second' });
    await later();
    office.received = [];
    const tomorrow =
      Date.parse(`${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T09:00:00Z`) - Date.now();
    await later(tomorrow);
    await later(tomorrow + 3_600_000);
    const digests = office.received.filter(({ to }) => to === amaraOkafor.email);
    expect(digests).toHaveLength(1);
    expect(digests[0]!.text).toContain('for you in Northwind');
    expect(digests[0]!.text).toContain('> First');
    expect(digests[0]!.text).toContain('> Second');
  });
});

test('the address of the first administrator is where mail for her goes', async () => {
  expect((await desk.hana.get('/notification-preferences')).body.mailTo).toBe(hanaSato.email);
});

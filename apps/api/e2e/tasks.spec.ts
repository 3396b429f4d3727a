import { RuleTasksService } from '../src/tasks/rule-tasks.service.js';
import {
  amaraOkafor,
  type Desk,
  join,
  jonasLindqvist,
  mateusCarvalho,
  setUpNorthwind,
  type Colleague,
} from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let jonas: Colleague;
let amara: Colleague;
let mateus: Colleague;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  jonas = await join(api, desk, jonasLindqvist);
  amara = await join(api, desk, amaraOkafor);
  mateus = await join(api, desk, mateusCarvalho);
});
afterAll(() => api.stop());

const log = async (more: object = {}) =>
  (await jonas.voice.post('/incidents', { title: 'Feed ranker buys session time', ...more })).body;
const add = (more: object = {}, by = jonas) =>
  by.voice.post('/tasks', { title: 'Run the audit again', ...more });
const titles = async (query: string, by = jonas): Promise<string[]> =>
  (await by.voice.get(`/tasks?${query}`)).body.items.map(({ title }: { title: string }) => title);
const acts = async (key: string) =>
  (await jonas.voice.get(`/incidents/${key}/activity`)).body.items.map(({ verb }: { verb: string }) => verb);

describe('a task', () => {
  test('of an incident is told there when it is made and when it is done', async () => {
    const { key } = await log();
    const made = await add({ incident: key, ownerId: amara.personId, dueOn: '2026-12-04' });
    expect(made).toMatchObject({
      status: 201,
      body: {
        state: 'open',
        version: 1,
        owner: { name: 'Amara Okafor' },
        about: { kind: 'incident', ref: key, name: 'Feed ranker buys session time' },
        madeBy: { kind: 'person', name: 'Jonas Lindqvist' },
        reason: null,
      },
    });
    const path = `/tasks/${made.body.id}`;
    const done = await amara.voice.patch(path, { state: 'done' }, 1);
    expect(done.body).toMatchObject({
      state: 'done',
      endedBy: 'Amara Okafor',
      endedAt: expect.any(String),
      version: 2,
    });
    expect(await acts(key)).toEqual(['incident.task_done', 'incident.task_added', 'incident.logged']);
    const again = await jonas.voice.patch(path, { state: 'open' }, 2);
    expect(again.body).toMatchObject({ state: 'open', endedBy: null, endedAt: null });
    expect((await jonas.voice.patch(path, { title: 'Late' }, 2)).status).toBe(412);
  });

  test('is found by owner, state, subject and whether it is overdue', async () => {
    const { key } = await log();
    await add({ incident: key, title: 'Long ago', dueOn: '1999-01-01', ownerId: mateus.personId });
    await add({ incident: key, title: 'Some day' });
    await add({ incident: key, title: 'Far away', dueOn: '2099-01-01', ownerId: mateus.personId });
    expect(await titles(`incident=${key}`)).toEqual(['Long ago', 'Far away', 'Some day']);
    expect(await titles(`incident=${key}&overdue=true`)).toEqual(['Long ago']);
    expect(await titles(`incident=${key}&overdue=false`)).toEqual(['Far away', 'Some day']);
    expect(await titles(`incident=${key}&owner=nobody`)).toEqual(['Some day']);
    expect(await titles('owner=me', mateus)).toEqual(['Long ago', 'Far away']);
    expect(await titles(`incident=${key}&state=done`)).toEqual([]);
    const first = (await jonas.voice.get(`/tasks?incident=${key}&limit=1`)).body;
    expect(await titles(`incident=${key}&limit=1&cursor=${first.next}`)).toEqual(['Far away']);
  });

  test.each([
    ['two subjects', { incident: 'INC-1', rmf: 'MEASURE 2.13' }, 400],
    ['a link that is none', { link: 'javascript:alert(1)' }, 400],
    ['a subcategory that is none', { rmf: 'MEASURE 9.9' }, 400],
    ['an incident from nowhere', { incident: 'INC-99999' }, 404],
    ['an owner from nowhere', { ownerId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8fff' }, 422],
  ])('with %s is refused', async (_, more, status) => {
    expect((await add(more)).status).toBe(status);
  });

  test('is edited by triagers, and by who made or owns it', async () => {
    const mine = (await add({}, amara)).body;
    const others = (await add()).body;
    expect(others.mayEdit).toBe(true);
    expect((await amara.voice.get(`/tasks/${others.id}`)).body.mayEdit).toBe(false);
    expect((await amara.voice.patch(`/tasks/${others.id}`, { state: 'done' }, 1)).status).toBe(403);
    expect((await amara.voice.patch(`/tasks/${mine.id}`, { state: 'done' }, 1)).status).toBe(200);
  });

  test('about a restricted incident is there only for who sees that, and cannot be given to others', async () => {
    const { key } = await log({ visibility: 'restricted' });
    const secret = (await add({ incident: key, title: 'Zanzibar' })).body;
    expect((await amara.voice.get(`/tasks/${secret.id}`)).status).toBe(404);
    expect(await titles('state=any&q=Zanzibar', amara)).toEqual([]);
    expect((await add({ incident: key }, amara)).status).toBe(404);
    const given = await jonas.voice.patch(`/tasks/${secret.id}`, { ownerId: amara.personId }, 1);
    expect(given).toMatchObject({ status: 422, body: { detail: expect.stringContaining('may not see') } });
  });
});

describe('a rule', () => {
  const place = () => ({ workspaceId: desk.workspaceId, requestId: 'a rule' });
  const rules = () => api.app.get(RuleTasksService, { strict: false });

  test('files one open task about one thing however often it asks, and settles it', async () => {
    const { id, key } = await log();
    const asked = { reason: 'recheck_due', about: { incident: id }, title: `Look at ${key} again` } as const;
    const filed = await Promise.all([1, 2, 3].map(() => rules().file(place(), asked)));
    expect(filed.filter(Boolean)).toHaveLength(1);
    const [task] = (await jonas.voice.get(`/tasks?incident=${key}`)).body.items;
    expect(task).toMatchObject({ reason: 'recheck_due', madeBy: { kind: 'system', name: 'Plumbline' } });
    expect(await rules().settle(place(), asked)).toBe(true);
    expect(await rules().settle(place(), asked)).toBe(false);
    expect((await jonas.voice.get(`/tasks/${task.id}`)).body).toMatchObject({
      state: 'done',
      endedBy: 'Plumbline',
    });
    expect(await rules().file(place(), asked)).toBe(true);
    const reopened = await jonas.voice.patch(`/tasks/${task.id}`, { state: 'open' }, 2);
    expect(reopened).toMatchObject({ status: 409, body: { code: 'conflict/duplicate' } });
  });
});

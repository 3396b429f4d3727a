import { join, jonasLindqvist, script, setUpNorthwind, type Answer, type Desk, type Voice } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
/** A script that may send alerts and nothing else. */
let tool: Voice;

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  tool = script(api, await keyWith(['signals:write']));
});
afterAll(() => api.stop());

async function keyWith(scopes: string[]): Promise<string> {
  return (await desk.hana.post('/api-keys', { name: 'Alerts', scopes })).body.key as string;
}

let numbers = 0;
/** A key and a title that no other test uses. */
const fresh = () => ({ dedupKey: `key-${++numbers}`, title: `Drift number ${numbers}` });
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
const send = async (alert: object): Promise<Answer['body']> => {
  const answer = await tool.post('/signals', alert);
  if (answer.status !== 202) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const incident = async (key: string): Promise<Answer['body']> =>
  (await desk.hana.get(`/incidents/${key}`)).body;
const acts = async (key: string): Promise<{ verb: string; payload: { because?: string } }[]> =>
  (await desk.hana.get(`/incidents/${key}/activity`)).body.items;
const move = (key: string, body: object): Promise<Answer> => desk.hana.post(`/incidents/${key}/moves`, body);
const alert = async (id: string): Promise<Answer['body']> => (await desk.hana.get(`/signals/${id}`)).body;

describe('the life of an alert', () => {
  test('it opens an incident that waits for a person, with what it said and why', async () => {
    const told = fresh();
    const taken = await send({
      ...told,
      environment: 'production',
      mechanism: 'proxy_overoptimization',
      labels: { misalignment_type: 'outer', market: 'jp' },
      link: 'https://alerts.example/1',
      occurredAt: minutesAgo(5),
    });
    expect(taken).toMatchObject({ status: 'created', episode: 1, dedupKey: told.dedupKey });
    expect(await incident(taken.incidentKey)).toMatchObject({
      title: told.title,
      triageState: 'pending',
      environment: 'production',
      source: { kind: 'tool', name: 'API' },
      externalIds: [{ system: 'API', id: told.dedupKey, link: 'https://alerts.example/1' }],
      labels: expect.arrayContaining([
        expect.objectContaining({ facet: 'misalignmentType', value: 'outer', provenance: 'rule' }),
        expect.objectContaining({ facet: 'mechanism', value: 'proxy_overoptimization', provenance: 'rule' }),
      ]),
    });
    const joined = (await acts(taken.incidentKey)).find(({ verb }) => verb === 'incident.alerts_joined');
    expect(joined?.payload.because).toMatch(/^It opened this incident/);
    expect(await alert(taken.signalId)).toMatchObject({ because: joined?.payload.because, state: 'open' });
    expect(taken.because).toBe(joined?.payload.because);
    expect((await send(told)).because).toBe(`It belongs to ${taken.incidentKey} already.`);
  });

  test('told again it counts up; resolved it ends, and a person still decides about the incident', async () => {
    const told = fresh();
    const first = await send({ ...told, occurredAt: minutesAgo(5) });
    expect(await send({ ...told, occurredAt: minutesAgo(4) })).toMatchObject({
      ...first,
      status: 'deduplicated',
      because: `It belongs to ${first.incidentKey} already.`,
    });
    await move(first.incidentKey, { verb: 'accept' });
    expect(await send({ ...told, action: 'resolve' })).toMatchObject({ status: 'resolved' });
    expect(await alert(first.signalId)).toMatchObject({ state: 'resolved', count: 2 });
    expect(await incident(first.incidentKey)).toMatchObject({ triageState: 'accepted', status: 'open' });
    expect((await acts(first.incidentKey)).map(({ verb }) => verb)).toContain('incident.alerts_ended');
  });

  test('within a day it opens again as the same; later it is the next episode', async () => {
    const told = fresh();
    const first = await send({ ...told, occurredAt: minutesAgo(3000) });
    await send({ ...told, action: 'resolve', occurredAt: minutesAgo(2990) });
    const again = await send({ ...told, occurredAt: minutesAgo(2000) });
    expect(again).toMatchObject({ signalId: first.signalId, episode: 1, incidentKey: first.incidentKey });
    await send({ ...told, action: 'resolve', occurredAt: minutesAgo(1990) });
    const later = await send({ ...told, occurredAt: minutesAgo(1) });
    expect(later).toMatchObject({ status: 'created', episode: 2, incidentKey: first.incidentKey });
    expect(await alert(later.signalId)).toMatchObject({ recurrenceOf: first.signalId });
  });

  test('a resolve that overtakes its trigger ends it as it begins', async () => {
    const told = fresh();
    const early = await send({ ...told, action: 'resolve', occurredAt: minutesAgo(1) });
    expect(early).toMatchObject({ status: 'ignored', signalId: null, because: expect.stringMatching(/\.$/) });
    const late = await send({ ...told, occurredAt: minutesAgo(2) });
    expect(await alert(late.signalId)).toMatchObject({ state: 'resolved' });
  });

  test('a claimed time: far ahead is refused, a little ahead is held and marked, long ago is taken', async () => {
    const ahead = (minutes: number) => minutesAgo(-minutes);
    const refused = await tool.post('/signals', { ...fresh(), occurredAt: ahead(1450) });
    expect(refused).toMatchObject({ status: 422, body: { code: 'data/unprocessable' } });
    const held = await send({ ...fresh(), occurredAt: ahead(60) });
    expect(await alert(held.signalId)).toMatchObject({ clamped: true });
    const old = await send({ ...fresh(), occurredAt: '2024-02-03T04:05:06Z' });
    expect(await alert(old.signalId)).toMatchObject({
      clamped: false,
      startedAt: '2024-02-03T04:05:06.000Z',
    });
  });
});

describe('which incident', () => {
  const grouped = () => ({ ...fresh(), labels: { alertname: `Group ${numbers}` } });

  test('alerts of one kind join the open incident, and say why', async () => {
    const one = grouped();
    const first = await send(one);
    const other = await send({ ...fresh(), labels: one.labels });
    expect(other).toMatchObject({ status: 'created', incidentKey: first.incidentKey });
    expect((await alert(other.signalId)).because).toMatch(/^This incident is pending for/);
    const listed = await desk.hana.get(`/signals?incident=${first.incidentKey}`);
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([other.signalId, first.signalId]);
  });

  test('twenty at the same moment: one incident, no number lost', async () => {
    const labels = { alertname: `At once ${++numbers}` };
    const before = (await desk.hana.post('/incidents', { title: 'Before' })).body.key as string;
    const taken = await Promise.all(Array.from({ length: 20 }, () => send({ ...fresh(), labels })));
    const keys = new Set(taken.map(({ incidentKey }) => incidentKey as string));
    expect(keys.size).toBe(1);
    const after = (await desk.hana.post('/incidents', { title: 'After' })).body.key as string;
    expect(Number(after.slice(4)) - Number(before.slice(4))).toBe(2);
  });

  test('the same alert twenty times at the same moment: one alert', async () => {
    const told = fresh();
    const taken = await Promise.all(Array.from({ length: 20 }, () => send(told)));
    expect(new Set(taken.map(({ signalId }) => signalId)).size).toBe(1);
    expect(taken.filter(({ status }) => status === 'created')).toHaveLength(1);
    expect(await alert(taken[0].signalId)).toMatchObject({ count: 20 });
  });

  test('after a person resolved it, a new firing opens a new incident that names the old one', async () => {
    const told = grouped();
    const first = await send(told);
    await move(first.incidentKey, { verb: 'accept' });
    await move(first.incidentKey, { verb: 'resolve', resolution: 'mitigated' });
    await send({ ...told, action: 'resolve' });
    const again = await send(told);
    expect(again.signalId).toBe(first.signalId);
    expect(again.incidentKey).not.toBe(first.incidentKey);
    const links = await desk.hana.get(`/incidents/${again.incidentKey}/links`);
    expect(JSON.stringify(links.body)).toContain(first.incidentKey);
    // The old one may be reopened beside it: it lets go of its kind.
    expect((await move(first.incidentKey, { verb: 'reopen' })).status).toBe(200);
    expect(await send({ ...fresh(), labels: told.labels })).toMatchObject({ incidentKey: again.incidentKey });
  });

  test('marked as a duplicate: what comes next of its kind goes to the original', async () => {
    const told = grouped();
    const original = (await desk.hana.post('/incidents', { title: 'The original' })).body.key as string;
    const first = await send(told);
    await move(first.incidentKey, { verb: 'mark_duplicate', of: original });
    const next = await send({ ...fresh(), labels: told.labels });
    expect(next.incidentKey).toBe(original);
    expect((await alert(next.signalId)).because).toContain(`${first.incidentKey}, of the same kind`);
  });

  test('an alert that names our incident goes there and opens none', async () => {
    const own = (await desk.hana.post('/incidents', { title: 'Sent out' })).body.key as string;
    expect(await send({ ...fresh(), incident: own })).toMatchObject({ incidentKey: own });
  });

  test('a storm: what is more than a hundred new ones a minute is gathered in one incident', async () => {
    const signals = Array.from({ length: 160 }, (_, index) => ({
      ...fresh(),
      source: 'stormy',
      title: `Wave ${index}`,
    }));
    await desk.hana.post('/sources', { kind: 'api', name: 'Stormy' });
    const { status, body } = await tool.post('/signals/batch', { signals });
    expect(status).toBe(202);
    const keys = body.items.map(({ incidentKey }: { incidentKey: string }) => incidentKey) as string[];
    expect(new Set(keys).size).toBe(101);
    const storm = keys.at(-1)!;
    expect(keys.filter((key) => key === storm)).toHaveLength(60);
    expect(await incident(storm)).toMatchObject({ title: 'Alert storm from Stormy', triageState: 'pending' });
  });
});

describe('the door', () => {
  test('a batch takes what it can and names the rest by index', async () => {
    const good = fresh();
    const signals = [
      good,
      { title: '' },
      { ...fresh(), system: 'nowhere' },
      'text',
      { ...good, action: 'resolve' },
    ];
    const { status, body } = await tool.post('/signals/batch', { signals });
    expect(status).toBe(207);
    expect(
      body.items.map(({ index, status: what }: { index: number; status: string }) => [index, what]),
    ).toEqual([
      [0, 'created'],
      [4, 'resolved'],
    ]);
    expect(body.refused.map(({ index }: { index: number }) => index)).toEqual([1, 2, 3]);
    for (const { message } of body.refused) expect(message).toMatch(/\.$/);
  });

  test('the same Idempotency-Key replays the answer, with its status', async () => {
    const signals = [fresh(), { title: '' }];
    const headers = { 'idempotency-key': 'batch-1' };
    const first = await tool.post('/signals/batch', { signals }, headers);
    const again = await tool.post('/signals/batch', { signals }, headers);
    expect([first.status, again.status]).toEqual([207, 207]);
    expect(again.body).toEqual(first.body);
    expect((await alert(first.body.items[0].signalId)).count).toBe(1);
    const other = await tool.post('/signals/batch', { signals: [fresh()] }, headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency/reused' } });
  });

  test('a key that sends cannot read; what was sent is for people', async () => {
    const { signalId } = await send(fresh());
    expect((await tool.get('/signals')).status).toBe(403);
    const reader = script(api, await keyWith(['incidents:read']));
    expect((await reader.get('/signals')).status).toBe(200);
    expect((await reader.get(`/signals/${signalId}`)).status).toBe(403);
    expect((await alert(signalId)).raw.text).toContain('dedupKey');
  });

  test('alerts of an incident that somebody may not see are not there for them', async () => {
    const jonas = await join(api, desk, jonasLindqvist);
    const { signalId, incidentKey } = await send(fresh());
    const { version } = await incident(incidentKey);
    await desk.hana.patch(`/incidents/${incidentKey}`, { visibility: 'restricted' }, version);
    expect((await jonas.voice.get(`/signals/${signalId}`)).status).toBe(404);
    expect(JSON.stringify((await jonas.voice.get('/signals')).body)).not.toContain(signalId);
    expect((await desk.hana.get(`/signals/${signalId}`)).status).toBe(200);
  });

  test('pages of alerts neither miss nor repeat', async () => {
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Answer = await desk.hana.get(`/signals?limit=50${cursor ? `&cursor=${cursor}` : ''}`);
      ids.push(...page.body.items.map(({ id }: { id: string }) => id));
      cursor = page.body.next;
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(160);
  });
});

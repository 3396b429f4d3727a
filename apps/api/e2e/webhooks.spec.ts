import type { Source } from '@plumbline/shared/contract/source';
import type { Telling, Webhook } from '@plumbline/shared/contract/webhook';
import { Clock } from '../src/platform/clock.js';
import { setUpNorthwind, type Answer, type Desk } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';
import { type Received, verified, WebhookReceiver } from './webhook-receiver.js';

let api: TestApi;
let desk: Desk;
let receiver: WebhookReceiver;
const timeoutMs = 400;

beforeAll(async () => {
  api = await startTestApi({ outbound: { timeoutMs, allow: ['127.0.0.1'] } });
  desk = await setUpNorthwind(api);
  receiver = await WebhookReceiver.listen();
});
beforeEach(async () => {
  // Each story begins with nobody listening.
  for (const { id } of (await desk.hana.get('/webhooks')).body.items)
    await desk.hana.delete(`/webhooks/${id}`);
  receiver.take();
});
afterAll(async () => {
  await receiver?.stop();
  await api?.stop();
});

interface Told {
  webhook: Webhook;
  secret: string;
}

async function listen(draft: object = {}): Promise<Told> {
  const answer = await desk.hana.post('/webhooks', { name: 'Desk', url: `${receiver.url}/in`, ...draft });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body as Told;
}
const log = async (draft: object = {}): Promise<Answer['body']> =>
  (await desk.hana.post('/incidents', { title: 'Secret in the title', ...draft })).body;
const tellings = async ({ webhook }: Told): Promise<Telling[]> =>
  (await desk.hana.get(`/webhooks/${webhook.id}/deliveries`)).body.items as Telling[];
const read = async ({ webhook }: Told): Promise<Webhook> =>
  (await desk.hana.get(`/webhooks/${webhook.id}`)).body as Webhook;
/** Works off what is due at a later moment. */
const workOffAt = (moment: Date): Promise<void> => api.app.get(Clock).runAt(moment, () => api.workOff());

test('what happens is told, signed, and says which incident and nothing that stands in it', async () => {
  const told = await listen();
  const incident = await log();
  await api.workOff();
  const [one, ...more] = receiver.take();
  expect(more).toEqual([]);
  expect(verified(told.secret, one!)).toEqual({
    type: 'incident.logged',
    timestamp: expect.stringMatching(/Z$/),
    data: {
      workspace: 'northwind',
      key: incident.key,
      version: 1,
      url: `http://127.0.0.1/w/northwind/incidents/${incident.key}`,
      plumbline_incident: incident.key,
    },
  });
  expect(one!.text).not.toContain('Secret');
  expect(one!.path).toBe('/in');
  const [telling] = await tellings(told);
  expect(telling).toMatchObject({ state: 'delivered', attempts: 1, lastStatus: 204, incident: incident.key });
  expect(one!.headers['webhook-id']).toBe(telling!.id);
  expect(() => verified(told.secret, { ...one!, text: `${one!.text} ` })).toThrow('No matching signature');
});

test('only what is asked for: by event, severity, system, team; never what not everybody may see', async () => {
  const system = (await desk.hana.post('/systems', { key: 'feed', name: 'Feed' })).body;
  const told = await listen({
    events: ['incident.logged', 'incident.resolved'],
    severities: ['sev1'],
    systemIds: [system.id],
  });
  const systems = [{ id: system.id, role: 'primary' }];
  await log();
  await log({ severity: 'sev2', systems });
  await log({ severity: 'sev1' });
  await log({ severity: 'sev1', systems, visibility: 'restricted' });
  const wanted = await log({ severity: 'sev1', systems });
  await desk.hana.post(`/incidents/${wanted.key}/comments`, { body: 'Nobody asked for this' });
  await api.workOff();
  expect(receiver.take().map(({ body }) => [body.type, body.data.key])).toEqual([
    ['incident.logged', wanted.key],
  ]);
  expect(await tellings(told)).toHaveLength(1);
});

test('what becomes restricted while it waits is not sent any more', async () => {
  const told = await listen({ events: ['incident.logged'] });
  receiver.answers(503);
  const incident = await log();
  await api.workOff();
  const { version } = (await desk.hana.get(`/incidents/${incident.key}`)).body;
  const edited = await desk.hana.patch(`/incidents/${incident.key}`, { visibility: 'restricted' }, version);
  expect(edited.status).toBe(200);
  receiver.take();
  await workOffAt(new Date(Date.now() + 3_600_000));
  expect(receiver.take()).toEqual([]);
  expect((await tellings(told))[0]).toMatchObject({
    state: 'dead',
    problem: expect.stringContaining('no longer'),
  });
});

test('503 is tried again under the same id, not before Retry-After', async () => {
  const told = await listen();
  receiver.answers(503, { 'retry-after': '1200' });
  await log();
  await api.workOff();
  const [first] = receiver.take();
  const [waiting] = await tellings(told);
  expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, problem: 'Answered 503: so be it' });
  const next = Date.parse(waiting!.nextAt!);
  expect(next - Date.parse(waiting!.lastAt!)).toBe(1_200_000);
  await workOffAt(new Date(next - 1000));
  expect(receiver.take()).toEqual([]);
  await workOffAt(new Date(next));
  const [second] = receiver.take();
  expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
  expect(second!.text).toBe(first!.text);
  expect((await tellings(told))[0]).toMatchObject({ state: 'delivered', attempts: 2, problem: '' });
});

test('after ten tries in three days it is given up with its reason, until a person sends it again', async () => {
  const told = await listen();
  for (let tries = 0; tries < 10; tries++) receiver.answers(500);
  await log();
  await api.workOff();
  for (let [telling] = await tellings(told); telling!.state === 'waiting'; [telling] = await tellings(told))
    await workOffAt(new Date(telling!.nextAt!));
  expect(new Set(receiver.take().map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  const [dead] = await tellings(told);
  expect(dead).toMatchObject({ state: 'dead', attempts: 10, nextAt: null });
  expect(dead!.problem).toBe('Given up after 10 tries. Answered 500: so be it');
  expect(Date.parse(dead!.lastAt!) - Date.parse(dead!.createdAt)).toBeGreaterThan(75 * 3_600_000);
  expect(await read(told)).toMatchObject({ dead: 1, waiting: 0, enabled: true });

  const path = `/webhooks/${told.webhook.id}/deliveries/${dead!.id}/replay`;
  expect((await desk.hana.post(path)).status).toBe(202);
  expect((await desk.hana.post(path)).status).toBe(409);
  await api.workOff();
  const [again] = receiver.take();
  expect(verified(told.secret, again!)).toMatchObject({ type: 'incident.logged' });
  expect(again!.headers['webhook-id']).toBe(dead!.id);
  expect((await tellings(told))[0]).toMatchObject({ state: 'delivered', attempts: 1 });
});

test('410 turns it off: nothing waits any more; turned on again it hears of what comes then', async () => {
  const told = await listen({ events: ['incident.logged'] });
  receiver.answers(503).answers(410);
  await log();
  await api.workOff();
  await log();
  await api.workOff();
  const off = await read(told);
  expect(off).toMatchObject({ enabled: false, waiting: 0, dead: 2 });
  expect(off.disabledBecause).toContain('410');
  await log();
  await api.workOff();
  expect(receiver.take()).toHaveLength(2);
  expect((await desk.hana.post(`/webhooks/${off.id}/test`)).status).toBe(409);
  const on = await desk.hana.patch(`/webhooks/${off.id}`, { enabled: true }, off.version);
  expect(on.body).toMatchObject({ enabled: true, disabledBecause: '' });
  const heard = await log();
  await api.workOff();
  expect(receiver.take().map(({ body }) => body.data.key)).toEqual([heard.key]);
});

test.each<[string, () => void, string]>([
  ['holds the connection', () => receiver.holds(), `No answer within ${timeoutMs / 1000} s.`],
  [
    'points elsewhere',
    () => receiver.answers(307, { location: `${receiver.url}/elsewhere` }),
    'Answered 307: It points elsewhere; enter the address it points to.',
  ],
  [
    'breaks off',
    () => void receiver.next((response) => response.destroy()),
    'The connection failed: ECONNRESET.',
  ],
])('a receiver that %s has failed, and is tried again', async (_, behave, problem) => {
  const told = await listen();
  behave();
  await log();
  await api.workOff();
  expect(receiver.take().map(({ path }) => path)).toEqual(['/in']);
  expect((await tellings(told))[0]).toMatchObject({ state: 'waiting', attempts: 1, problem });
});

test('in a rotation both secrets sign; the third time the first is out', async () => {
  const told = await listen();
  const rotate = async (): Promise<Told> =>
    (await desk.hana.post(`/webhooks/${told.webhook.id}/rotate`)).body as Told;
  const send = async () => {
    expect((await desk.hana.post(`/webhooks/${told.webhook.id}/test`)).status).toBe(202);
    await api.workOff();
    return receiver.take()[0]!;
  };
  const second = await rotate();
  expect(second.webhook.secrets).toBe(2);
  const sent = await send();
  expect(verified(told.secret, sent)).toMatchObject({ type: 'test', data: { key: null } });
  expect(verified(second.secret, sent)).toMatchObject({ type: 'test' });
  const third = await rotate();
  const later = await send();
  expect(() => verified(told.secret, later)).toThrow('No matching signature');
  verified(second.secret, later);
  verified(third.secret, later);
});

test.each([
  'http://127.0.0.2:8080/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[::1]:3000/',
  'http://[::ffff:10.0.0.1]/',
  'http://0x7f000002/',
])('%s is within: nobody may have it called', async (url) => {
  const answer = await desk.hana.post('/webhooks', { name: 'Within', url });
  expect(answer).toMatchObject({ status: 422, body: { detail: expect.stringContaining('own network') } });
});

test('Slack is told in its own blocks, with nothing in a title that calls everybody', async () => {
  await listen({ kind: 'slack' });
  const { key } = await log({ title: 'Judge & <!channel> drift', severity: 'sev2' });
  await api.workOff();
  const [{ body, headers }] = receiver.take() as [Received, ...Received[]];
  expect(headers).not.toHaveProperty('webhook-signature');
  expect(body.text).toBe(`${key}: Judge &amp; &lt;!channel&gt; drift`);
  expect(body.blocks[0].text.text).toContain(`|${key}: Judge &amp; &lt;!channel&gt; drift>*`);
});

test('PagerDuty is triggered, acknowledged and resolved under one key', async () => {
  const routingKey = 'a'.repeat(32);
  expect(
    (await desk.hana.post('/webhooks', { name: 'P', kind: 'pagerduty', url: receiver.url })).status,
  ).toBe(400);
  await listen({ kind: 'pagerduty', routingKey });
  const { key } = await log({ severity: 'sev1' });
  await api.workOff();
  await desk.hana.post(`/incidents/${key}/moves`, { verb: 'accept' });
  await desk.hana.post(`/incidents/${key}/comments`, { body: 'Looking' });
  await api.workOff();
  await desk.hana.post(`/incidents/${key}/moves`, { verb: 'resolve', resolution: 'mitigated' });
  await api.workOff();
  const events = receiver.take().map(({ body }) => body);
  expect(events.map(({ event_action: action }) => action)).toEqual(['trigger', 'acknowledge', 'resolve']);
  expect(new Set(events.map(({ dedup_key: dedup }) => dedup))).toEqual(
    new Set([`plumbline/northwind/${key}`]),
  );
  expect(events[0]).toMatchObject({
    routing_key: routingKey,
    payload: { severity: 'critical', custom_details: { plumbline_incident: key } },
  });
});

test('what we told comes back as an alert: it joins its incident, opens none, and is not told on', async () => {
  await listen();
  const { source, apiKey } = (
    await desk.hana.post('/sources', {
      kind: 'webhook',
      name: 'Mirror',
      settings: { webhook: { title: '/type', dedupKey: '/data/key' } },
    })
  ).body as { source: Source; apiKey: string };
  const { key } = await log();
  const count = async (): Promise<number> => (await desk.hana.get('/incidents/count')).body.count as number;
  const before = await count();
  for (let round = 0; round < 3; round++) {
    await api.workOff();
    for (const { text } of receiver.take())
      await fetch(`${api.url}/ingest/${source.slug}/webhook`, {
        method: 'POST',
        headers: { authorization: `Bearer ${apiKey}` },
        body: text,
      });
  }
  await api.workOff();
  expect(receiver.take()).toEqual([]);
  expect(await count()).toBe(before);
  const { items } = (await desk.hana.get(`/signals?source=${source.id}`)).body;
  expect(items).toMatchObject([{ incident: { key }, title: 'incident.logged' }]);
});

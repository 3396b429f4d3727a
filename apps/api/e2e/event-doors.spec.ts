import type { Signal } from '@plumbline/shared/contract/signal';
import type { Source } from '@plumbline/shared/contract/source';
import { CloudEvent, emitterFor, HTTP, httpTransport, Mode } from 'cloudevents';
import { setUpNorthwind, type Answer, type Desk } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
});
afterAll(() => api?.stop());

interface Tool {
  source: Source;
  apiKey: string;
}
const tool = async (kind: Source['kind']): Promise<Tool> =>
  (await desk.hana.post('/sources', { kind, name: kind })).body as Tool;
const alertsOf = async ({ source }: Tool): Promise<Signal[]> =>
  (await desk.hana.get(`/signals?source=${source.id}`)).body.items as Signal[];
const newest = async ({ source }: Tool): Promise<Answer['body']> =>
  (await desk.hana.get(`/sources/${source.id}/deliveries?limit=1`)).body.items[0];

describe('CloudEvents, from the library itself', () => {
  let events: Tool;
  beforeAll(async () => {
    events = await tool('cloudevents');
  });
  const address = () => `${api.url}/ingest/${events.source.slug}/cloudevents`;
  const drift = (more: object = {}) =>
    new CloudEvent({
      source: '/training/judge',
      type: 'org.example.drift',
      subject: 'judge-7',
      time: new Date(Date.now() - 60_000).toISOString(),
      data: { title: 'Judge drifts', severity: 'warning', unknown: { to: 'us' } },
      ...more,
    });
  const bearer = () => ({ authorization: `Bearer ${events.apiKey}` });
  const post = (headers: Record<string, string>, body: string) =>
    fetch(address(), { method: 'POST', headers: { ...bearer(), ...headers }, body });

  test.each([Mode.BINARY, Mode.STRUCTURED])('%s: one alert, told again under any other id', async (mode) => {
    const before = (await alertsOf(events))[0]?.count ?? 0;
    const emit = emitterFor(httpTransport(address()), { mode });
    await emit(drift(), { headers: bearer() });
    const [alert, ...more] = await alertsOf(events);
    expect(more).toEqual([]);
    expect(alert).toMatchObject({
      title: 'Judge drifts',
      severity: 'warning',
      count: before + 1,
      labels: { ce_type: 'org.example.drift', ce_subject: 'judge-7' },
    });
    expect(await newest(events)).toMatchObject({
      outcome: 'taken',
      httpStatus: 202,
      contentType: expect.stringMatching(/^application\/cloudevents\+json/),
    });
  });

  test('a batch; the ending of a type ends what the type without it began', async () => {
    const batch = [drift({ type: 'org.example.drift.resolved' }), drift({ subject: 'judge-8' })];
    const answer = await post(
      { 'content-type': 'application/cloudevents-batch+json' },
      JSON.stringify(batch.map((event) => JSON.parse(HTTP.structured(event).body as string))),
    );
    expect(answer.status).toBe(202);
    const states = Object.fromEntries(
      (await alertsOf(events)).map(({ labels, state }) => [labels.ce_subject, state]),
    );
    expect(states).toEqual({ 'judge-7': 'resolved', 'judge-8': 'open' });
  });

  test('what came in headers is kept whole, and can be taken in once more', async () => {
    await emitterFor(httpTransport(address()), { mode: Mode.BINARY })(drift(), { headers: bearer() });
    const { id } = await newest(events);
    const { text } = (await desk.hana.get(`/sources/${events.source.id}/deliveries/${id}`)).body;
    expect(JSON.parse(text as string)).toMatchObject({ type: 'org.example.drift', subject: 'judge-7' });
    const replayed = await desk.hana.post(`/sources/${events.source.id}/deliveries/${id}/replay`);
    expect(replayed).toMatchObject({ status: 200, body: { outcome: 'taken' } });
  });

  test.each<[string, Record<string, string>, string]>([
    ['no event', { 'content-type': 'application/json' }, '{"hello": "world"}'],
    [
      'half of the headers',
      { 'ce-specversion': '1.0', 'ce-id': '1', 'content-type': 'application/json' },
      '{}',
    ],
    ['no JSON', { 'content-type': 'application/cloudevents+json' }, 'hello'],
  ])('%s is refused in a line', async (_, headers, body) => {
    const answer = await post(headers, body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/\.\n$/);
  });
});

describe('PagerDuty events', () => {
  let pagers: Tool;
  beforeAll(async () => {
    pagers = await tool('pagerduty');
  });
  const enqueue = async (event: object, key = pagers.apiKey): Promise<Answer> => {
    const response = await fetch(`${api.url}/v2/enqueue`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ routing_key: key, ...event }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  const trigger = {
    event_action: 'trigger',
    dedup_key: 'judge',
    payload: { summary: 'Judge drifts', source: 'trainer', severity: 'critical' },
    a_new_field: [1],
  };

  test('trigger, acknowledge, resolve: one alert, one incident, and a person still decides', async () => {
    expect(pagers.apiKey).toMatch(/^[0-9A-Za-z]{32}$/);
    expect(await enqueue(trigger)).toMatchObject({
      status: 202,
      body: { status: 'success', message: 'Event processed', dedup_key: 'judge' },
    });
    expect((await enqueue({ event_action: 'acknowledge', dedup_key: 'judge' })).status).toBe(202);
    expect((await enqueue({ event_action: 'resolve', dedup_key: 'judge' })).status).toBe(202);
    const [alert] = await alertsOf(pagers);
    expect(alert).toMatchObject({ title: 'Judge drifts', state: 'resolved', count: 1 });
    const incident = (await desk.hana.get(`/incidents/${alert!.incident!.key}`)).body;
    expect(incident.triageState).toBe('pending');
  });

  test('without a key of its own an alert gets one; a resolve of what nobody knows is accepted and ignored', async () => {
    const { dedup_key: _, ...nameless } = trigger;
    const first = (await enqueue(nameless)).body.dedup_key;
    expect(first).not.toBe((await enqueue(nameless)).body.dedup_key);
    expect((await enqueue({ event_action: 'resolve', dedup_key: 'nobody' })).status).toBe(202);
  });

  test('the key is not kept with what came', async () => {
    await enqueue(trigger);
    const { id } = await newest(pagers);
    const { text } = (await desk.hana.get(`/sources/${pagers.source.id}/deliveries/${id}`)).body;
    expect(text).not.toContain(pagers.apiKey);
  });

  test.each<[string, object, string | undefined]>([
    ['another key', trigger, 'b'.repeat(32)],
    ['a key that is none', trigger, 'plk'],
    ['no summary', { ...trigger, payload: {} }, undefined],
    ['another action', { ...trigger, event_action: 'shout' }, undefined],
  ])('%s is refused in PagerDuty’s own shape', async (_, event, key) => {
    expect(await enqueue(event, key)).toMatchObject({
      status: 400,
      body: { status: 'invalid event', errors: [expect.stringMatching(/\.$/)] },
    });
  });

  test('the key opens this door and no other; revoked it opens none', async () => {
    const as = { authorization: `Bearer ${pagers.apiKey}` };
    expect((await fetch(`${api.url}/api/v1/incidents`, { headers: as })).status).toBe(401);
    const { id, keys } = (await desk.hana.get(`/sources/${pagers.source.id}`)).body as Source;
    await desk.hana.post(`/sources/${id}/keys/${keys[0]!.id}/revoke`);
    expect((await enqueue(trigger)).status).toBe(400);
  });
});

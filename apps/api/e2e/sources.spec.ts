import { gzipSync } from 'node:zlib';
import type { Delivery, Source } from '@plumbline/shared/contract/source';
import { setUpNorthwind, type Desk } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let source: Source;
let key: string;

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  const added = await desk.hana.post('/sources', { kind: 'grafana', name: 'Grafana, production' });
  ({ source, apiKey: key } = added.body as { source: Source; apiKey: string });
});
afterAll(() => api.stop());

let numbers = 0;
function notification(status: 'firing' | 'resolved' = 'firing', fingerprint = `f${++numbers}`): object {
  return {
    version: '1',
    status,
    orgId: 1,
    alerts: [
      {
        status,
        labels: { alertname: 'Judge drifts', grafana_folder: 'Quality' },
        annotations: { summary: 'The judge likes everything' },
        startsAt: '2026-11-19T14:20:00.123456789Z',
        endsAt: status === 'resolved' ? '2026-11-19T14:30:00Z' : '0001-01-01T00:00:00Z',
        fingerprint,
        panelURL: 'https://grafana.example/d/1',
        valueString: '[ var=A labels={} value=0.97 ]',
        somethingNew: { in: 'the next version' },
      },
    ],
  };
}

interface Answer {
  status: number;
  text: string;
  headers: Headers;
}

async function push(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  slug = source.slug,
): Promise<Answer> {
  const response = await fetch(`${api.url}/ingest/${slug}/alertmanager`, { method: 'POST', body, headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
}
const bearer = () => ({ authorization: `Bearer ${key}` });
const newest = async (): Promise<Delivery> =>
  (await desk.hana.get(`/sources/${source.id}/deliveries?limit=1`)).body.items[0] as Delivery;

describe('who may push', () => {
  test.each<[string, () => Record<string, string>]>([
    ['Bearer', bearer],
    ['X-API-Key', () => ({ 'x-api-key': key })],
    [
      'Basic with any user',
      () => ({ authorization: `Basic ${Buffer.from(`any:${key}`).toString('base64')}` }),
    ],
  ])('a key as %s', async (_, headers) => {
    expect((await push(JSON.stringify(notification()), headers())).status).toBe(202);
  });

  test.each<[string, () => Record<string, string>, number]>([
    ['nobody', () => ({}), 401],
    ['a mistyped key', () => ({ authorization: `Bearer ${key.slice(0, -1)}!` }), 401],
    ['a key in the wrong place', () => ({ authorization: `Basic ${key}` }), 401],
  ])('not %s, told in a line of text', async (_, headers, status) => {
    const answer = await push(JSON.stringify(notification()), headers());
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(answer.text).toMatch(/\.\n$/);
  });

  test('not a key without the scope, not to a source that is not there, not to an archived one', async () => {
    const reader = await desk.hana.post('/api-keys', { name: 'Reader', scopes: ['incidents:read'] });
    const headers = { authorization: `Bearer ${reader.body.key}` };
    expect((await push('{}', headers)).status).toBe(403);
    expect((await push('{}', bearer(), 'nowhere')).status).toBe(404);
    const other = (await desk.hana.post('/sources', { kind: 'grafana', name: 'Old' })).body.source as Source;
    await desk.hana.post(`/sources/${other.id}/archive`);
    expect((await push('{}', bearer(), other.slug)).status).toBe(404);
  });

  test('every answer says what the key may still send in its minute', async () => {
    const { headers } = await push(JSON.stringify(notification()), bearer());
    expect(headers.get('ratelimit-policy')).toBe('"key";q=6000;w=60');
    expect(headers.get('ratelimit')).toMatch(/^"key";r=59\d\d;t=\d+$/);
  });

  test('the key of a tool can send and nothing else', async () => {
    const answer = await fetch(`${api.url}/api/v1/incidents`, { headers: bearer() });
    expect(answer.status).toBe(403);
  });
});

describe('what is taken', () => {
  test('without a content type, in pieces, packed: all the same', async () => {
    const text = JSON.stringify(notification());
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of text.match(/.{1,100}/gs)!) controller.enqueue(Buffer.from(piece));
        controller.close();
      },
    });
    const streamed = await fetch(`${api.url}/ingest/${source.slug}/alertmanager`, {
      method: 'POST',
      headers: bearer(),
      body: pieces,
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(202);
    const packed = await push(gzipSync(text), { ...bearer(), 'content-encoding': 'gzip' });
    expect(packed.status).toBe(202);
    const { id, translation } = await newest();
    expect(translation.items).toEqual([
      { title: 'The judge likes everything', became: 'Told 2 times so far', incidentKey: expect.any(String) },
    ]);
    expect((await desk.hana.get(`/sources/${source.id}/deliveries/${id}`)).body.text).toBe(text);
  });

  test('an end that comes first, then the firing, then the firing again', async () => {
    const names = ['resolved', 'firing', 'firing'] as const;
    for (const status of names) await push(JSON.stringify(notification(status, 'upside-down')), bearer());
    const { items } = (await desk.hana.get(`/signals?source=${source.id}`)).body;
    expect(items.find(({ dedupKey }: { dedupKey: string }) => dedupKey === 'upside-down')).toMatchObject({
      state: 'resolved',
      count: 1,
      resolvedAt: '2026-11-19T14:30:00.000Z',
    });
  });
});

describe('what is refused', () => {
  test.each<[string, () => string | Uint8Array<ArrayBuffer>, Record<string, string>, number]>([
    ['no JSON', () => 'alerts: []', {}, 400],
    ['something else', () => '{"hello": "world"}', {}, 400],
    ['nothing', () => '', {}, 400],
    ['what is not packed though it says so', () => '{}', { 'content-encoding': 'gzip' }, 400],
    ['a packing that nobody knows', () => '{}', { 'content-encoding': 'zip' }, 415],
  ])('%s: said in a sentence, kept with it', async (_, body, headers, status) => {
    const answer = await push(body(), { ...bearer(), ...headers });
    expect(answer.status).toBe(status);
    const kept = await newest();
    expect(kept).toMatchObject({ outcome: 'refused', httpStatus: status });
    expect(`${kept.problem}\n`).toBe(answer.text);
  });

  test('more than 4 MB, and a bomb of 64 MB in 64 kB', async () => {
    expect((await push('x'.repeat(5_000_000), bearer())).status).toBe(413);
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const answer = await push(bomb, { ...bearer(), 'content-encoding': 'gzip' });
    expect(answer.status).toBe(413);
  });

  test('what was refused can be looked at, and is refused again with the same sentence', async () => {
    await push('{"hello": "again"}', bearer());
    const kept = await newest();
    const replayed = await desk.hana.post(`/sources/${source.id}/deliveries/${kept.id}/replay`);
    expect(replayed).toMatchObject({ status: 400, body: { detail: kept.problem } });
    expect(await newest()).toMatchObject({ outcome: 'refused', replayOf: kept.id });
  });
});

describe('sources', () => {
  test('a test reads a sample and changes nothing', async () => {
    const before = (await desk.hana.get('/signals?limit=1')).body;
    const tested = await desk.hana.post(`/sources/${source.id}/test`);
    expect(tested).toMatchObject({
      status: 200,
      body: { outcome: 'test', problem: '', translation: { signals: 1 } },
    });
    expect((await desk.hana.get('/signals?limit=1')).body).toEqual(before);
  });

  test('a pasted body can be tried with other settings before they are saved', async () => {
    const added = await desk.hana.post('/sources', { kind: 'webhook', name: 'Own monitor' });
    const { id } = (added.body as { source: Source }).source;
    const webhook = { title: '/event/name', dedupKey: '/event/id', status: '/event/now' };
    const text = JSON.stringify({ event: { name: 'Judge drifts', id: 'j1', now: 'ok' } });
    const inForce = await desk.hana.post(`/sources/${id}/preview`, { text });
    expect(inForce.body).toMatchObject({
      problem: 'Alert 1 has no title at "/title".',
      translation: { signals: 0 },
    });
    const other = await desk.hana.post(`/sources/${id}/preview`, { text, settings: { webhook } });
    expect(other.body).toMatchObject({
      problem: '',
      translation: { items: [{ title: 'Judge drifts', became: 'Would end the alert "j1"' }] },
    });
    expect((await desk.hana.get(`/sources/${id}/deliveries`)).body.items).toEqual([]);
  });

  test('two of one name get one address only', async () => {
    const again = await desk.hana.post('/sources', { kind: 'grafana', name: 'Grafana, production' });
    expect(again).toMatchObject({ status: 409, body: { code: 'conflict/duplicate' } });
  });

  test('grouping can be narrower than usual, from the next alert on', async () => {
    const { version } = (await desk.hana.get(`/sources/${source.id}`)).body;
    const edited = await desk.hana.patch(
      `/sources/${source.id}`,
      { grouping: '{{default}} {{labels.grafana_folder}}', quietAfterHours: 1 },
      version,
    );
    expect(edited).toMatchObject({ status: 200, body: { quietAfterHours: 1, quiet: false } });
    await push(JSON.stringify(notification('firing', 'narrow')), bearer());
    const { items } = (await desk.hana.get(`/signals?source=${source.id}&limit=1`)).body;
    expect(items[0]).toMatchObject({ fingerprint: '- / - / Judge drifts Quality', dedupKey: 'narrow' });
  });

  test('two keys live while one replaces the other; a third must wait, a revoked one is refused', async () => {
    const { id, keys } = (await desk.hana.get(`/sources/${source.id}`)).body as Source;
    expect(keys).toHaveLength(1);
    const issued = await desk.hana.post(`/sources/${id}/keys`);
    const next = { authorization: `Bearer ${issued.body.apiKey}` };
    expect((await push(JSON.stringify(notification()), bearer())).status).toBe(202);
    expect((await push(JSON.stringify(notification()), next)).status).toBe(202);
    expect((await desk.hana.post(`/sources/${id}/keys`)).status).toBe(409);
    const revoked = await desk.hana.post(`/sources/${id}/keys/${keys[0]!.id}/revoke`);
    expect(revoked.body.keys).toEqual([
      expect.objectContaining({ id: issued.body.source.keys[1].id, lastUsedAt: expect.any(String) }),
    ]);
    expect((await push(JSON.stringify(notification()), bearer())).status).toBe(401);
    expect((await push(JSON.stringify(notification()), next)).status).toBe(202);
    key = issued.body.apiKey as string;
  });

  test('what its alerts open goes to the team that the source names', async () => {
    const team = (await desk.hana.post('/teams', { name: 'On call' })).body;
    const { version } = (await desk.hana.get(`/sources/${source.id}`)).body;
    const edited = await desk.hana.patch(`/sources/${source.id}`, { teamId: team.id }, version);
    expect(edited.body.team).toEqual({ id: team.id, name: 'On call' });
    const told = notification('firing', 'routed') as { alerts: { labels: Record<string, string> }[] };
    told.alerts[0]!.labels.alertname = 'Routed';
    await push(JSON.stringify(told), bearer());
    const [alert] = (await desk.hana.get(`/signals?source=${source.id}&limit=1`)).body.items;
    const incident = await desk.hana.get(`/incidents/${alert.incident.key}`);
    expect(incident.body.team).toMatchObject({ id: team.id });
    const strange = await desk.hana.patch(`/sources/${source.id}`, { teamId: alert.id }, version + 1);
    expect(strange.status).toBe(422);
  });

  test('what came is counted for scrapers, by source', async () => {
    const text = await (await fetch(`${api.url}/metrics`)).text();
    expect(text).toMatch(
      /plumbline_deliveries_total\{workspace="northwind",source="grafana-production",outcome="refused"\} \d/,
    );
    expect(text).toMatch(/plumbline_alerts_total\{.*became="opened"\} \d/);
  });
});

import { gzipSync } from 'node:zlib';
import protobuf from 'protobufjs/minimal.js';
import SnappyJS from 'snappyjs';
import type { Source } from '@plumbline/shared/contract/source';
import { setUpNorthwind, type Answer, type Desk } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  await desk.hana.post('/systems', { key: 'assistant', name: 'Assistant' });
  for (const key of ['judge_score', 'answers', 'helpful'])
    await desk.hana.post('/metrics', { system: 'assistant', key, name: key, role: 'proxy' });
});
afterAll(() => api.stop());

interface Tool {
  source: Source;
  push(
    path: string,
    body: string | Uint8Array<ArrayBuffer>,
    headers?: Record<string, string>,
  ): Promise<Pushed>;
}
interface Pushed {
  status: number;
  headers: Headers;
  text: string;
}

async function tool(kind: Source['kind'], settings: object = {}, name: string = kind): Promise<Tool> {
  const added = await desk.hana.post('/sources', { kind, name, settings });
  const { source, apiKey } = added.body as { source: Source; apiKey: string };
  return {
    source,
    async push(path, body, headers = {}) {
      const response = await fetch(`${api.url}${path.replace('*', source.slug)}`, {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${apiKey}`, ...headers },
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
  };
}

const values = async (metric: string): Promise<Answer['body'][]> =>
  (await desk.hana.get(`/metrics/${metric}/series`)).body.items;
const newest = async ({ source }: Tool): Promise<Answer['body']> =>
  (await desk.hana.get(`/sources/${source.id}/deliveries?limit=1`)).body.items[0];

/** A write request of one series, as Prometheus packs it. */
function written(
  labels: Record<string, string>,
  samples: [value: number, at: number][],
): Uint8Array<ArrayBuffer> {
  const writer = protobuf.Writer.create().uint32(10).fork();
  for (const [name, value] of Object.entries(labels))
    writer.uint32(10).fork().uint32(10).string(name).uint32(18).string(value).ldelim();
  for (const [value, at] of samples)
    writer.uint32(18).fork().uint32(9).double(value).uint32(16).int64(at).ldelim();
  return new Uint8Array(SnappyJS.compress(writer.ldelim().finish()));
}

const writePath = '/ingest/*/prometheus/write';
const asWritten = { 'content-encoding': 'snappy', 'content-type': 'application/x-protobuf' };
const minute = 60_000;
const lastHour = Math.floor(Date.now() / (60 * minute)) * 60 * minute - 60 * minute;

describe('remote write', () => {
  let prometheus: Tool;
  beforeAll(async () => {
    const rule = { metric: 'judge_score', environment: { label: 'env' }, everySeconds: 60 };
    prometheus = await tool('prometheus', {
      series: [
        { ...rule, name: 'judge_score' },
        { name: 'answers_total', metric: 'answers', counter: true },
        { name: 'strange', metric: 'nowhere' },
      ],
    });
  });
  const write = (labels: Record<string, string>, samples: [number, number][], headers = asWritten) =>
    prometheus.push(writePath, written(labels, samples), headers);

  test('values become observations, one for each span; again they change nothing', async () => {
    const send = () =>
      write({ __name__: 'judge_score', env: 'production', pod: 'a' }, [
        [0.5, lastHour],
        [0.6, lastHour + 20_000],
        [0.7, lastHour + minute],
      ]);
    expect(await send()).toMatchObject({ status: 204, text: '' });
    const first = await values('judge_score');
    expect(first).toMatchObject([
      { environment: 'production', lastAt: new Date(lastHour + minute).toISOString() },
    ]);
    expect((await send()).status).toBe(204);
    expect(await values('judge_score')).toEqual(first);
    expect(await newest(prometheus)).toMatchObject({ outcome: 'taken', httpStatus: 204 });
  });

  test('a counter is differenced over requests; its first reading says nothing yet', async () => {
    await write({ __name__: 'answers_total' }, [[100, lastHour]]);
    expect(await values('answers')).toEqual([]);
    await write({ __name__: 'answers_total' }, [[130, lastHour + minute]]);
    expect(await values('answers')).toHaveLength(1);
  });

  test('a stale marker and other things that are no numbers are left out', async () => {
    expect((await write({ __name__: 'judge_score', env: 'staging' }, [[Number.NaN, lastHour]])).status).toBe(
      204,
    );
    expect((await values('judge_score')).map(({ environment }) => environment)).toEqual(['production']);
  });

  test('a rule that names no metric of ours: taken, and said', async () => {
    expect((await write({ __name__: 'strange' }, [[1, lastHour]])).status).toBe(204);
    expect(await newest(prometheus)).toMatchObject({
      outcome: 'partly',
      problem: 'There is no metric with the key "nowhere".',
    });
  });

  test('rules can be tried on what was offered before they are saved', async () => {
    const { items } = (
      await desk.hana.post(`/sources/${prometheus.source.id}/series/preview`, {
        series: [{ name: '*_total', metric: 'answers' }],
      })
    ).body;
    const become = Object.fromEntries(
      items.map(({ name, metric, reason }: Record<string, string>) => [name, metric ?? reason]),
    );
    expect(become).toMatchObject({
      answers_total: 'answers',
      judge_score: 'No rule of this source names it.',
    });
  });

  test('version 2.0 would decode to nothing: it is told so', async () => {
    const type = 'application/x-protobuf;proto=io.prometheus.write.v2.Request';
    const answer = await write({ __name__: 'judge_score' }, [], { ...asWritten, 'content-type': type });
    expect(answer.status).toBe(415);
    expect(answer.text).toContain('remote write 1.0');
  });

  test('what is not packed, and what would unpack to more than 8 MB', async () => {
    expect((await prometheus.push(writePath, 'hello', asWritten)).status).toBe(400);
    const bomb = new Uint8Array(SnappyJS.compress(new Uint8Array(64 * 1024 * 1024)));
    expect((await prometheus.push(writePath, bomb, asWritten)).status).toBe(413);
  });

  test('metadata alone is normal', async () => {
    const metadata = protobuf.Writer.create().uint32(26).fork().uint32(18).string('up').ldelim().finish();
    const packed = new Uint8Array(SnappyJS.compress(metadata));
    expect((await prometheus.push(writePath, packed, asWritten)).status).toBe(204);
  });
});

describe('OTLP', () => {
  let otlp: Tool;
  beforeAll(async () => {
    otlp = await tool('otlp', {
      series: [
        { name: 'judge.score', metric: 'judge_score' },
        { name: 'gone', metric: 'nowhere' },
      ],
    });
  });
  const json = { 'content-type': 'application/json' };
  const gauge = (name: string) => ({
    resourceMetrics: [
      {
        scopeMetrics: [
          {
            metrics: [
              { name, gauge: { dataPoints: [{ timeUnixNano: `${lastHour}000000`, asDouble: 0.25 }] } },
            ],
          },
        ],
      },
    ],
  });
  const path = '/ingest/*/otlp/v1/metrics';

  test('all is well: an empty response, in the format of the request', async () => {
    expect(await otlp.push(path, JSON.stringify(gauge('judge.score')), json)).toMatchObject({
      status: 200,
      text: '{}',
    });
    const proto = await otlp.push(path, new Uint8Array(0), { 'content-type': 'application/x-protobuf' });
    expect(proto).toMatchObject({ status: 200, text: '' });
    expect(proto.headers.get('content-type')).toBe('application/x-protobuf');
  });

  test('what is refused is counted, and why', async () => {
    const answer = await otlp.push(path, JSON.stringify(gauge('gone')), json);
    expect(JSON.parse(answer.text)).toEqual({
      partialSuccess: { rejectedDataPoints: '1', errorMessage: 'There is no metric with the key "nowhere".' },
    });
  });

  test('the usual address leads to the only source of this kind', async () => {
    expect((await otlp.push('/v1/metrics', JSON.stringify(gauge('judge.score')), json)).status).toBe(200);
  });

  test('spans are rejected in peace', async () => {
    const traces = { resourceSpans: [{ scopeSpans: [{ spans: [{}, {}] }] }] };
    const answer = await otlp.push('/ingest/*/otlp/v1/traces', JSON.stringify(traces), json);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text).partialSuccess.rejectedSpans).toBe('2');
  });

  test.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>, number]>([
    ['no JSON', 'hello', json, 400],
    ['no protobuf', 'hello', { 'content-type': 'application/x-protobuf' }, 400],
    ['a bomb', gzipSync(Buffer.alloc(64 * 1024 * 1024)), { ...json, 'content-encoding': 'gzip' }, 413],
  ])('%s is refused with a status as gRPC has it', async (_, body, headers, status) => {
    const answer = await otlp.push(path, body, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain(headers['content-type']);
    // The sentence stands in either format, as plain text.
    expect(answer.text).toMatch(/[A-Z][\w ,:'".-]+\./);
  });
});

test('a webhook of any shape, by the pointers of its source', async () => {
  const webhook = await tool('webhook', {
    webhook: { title: '/event/name', dedupKey: '/event/id', status: '/event/now' },
  });
  const body = (now: string) => JSON.stringify({ event: { name: 'Reward hacking seen', id: 7, now } });
  expect((await webhook.push('/ingest/*/webhook', body('bad'))).status).toBe(202);
  expect((await webhook.push('/ingest/*/webhook', body('Recovered'))).status).toBe(202);
  const { items } = (await desk.hana.get(`/signals?source=${webhook.source.id}`)).body;
  expect(items).toMatchObject([{ title: 'Reward hacking seen', dedupKey: '7', state: 'resolved' }]);
  expect((await webhook.push('/ingest/*/webhook', '[]')).status).toBe(202);
  expect((await webhook.push('/ingest/*/webhook', 'text')).status).toBe(400);
});

test('results of promptfoo: a dry run says what they become, twice imported changes nothing', async () => {
  const promptfoo = await tool('promptfoo', {
    series: [{ name: 'helpful', metric: 'helpful', segment: { label: 'prompt' } }],
  });
  const row = (testIdx: number, helpful: number) => ({
    promptIdx: 0,
    testIdx,
    promptId: 'p',
    provider: { id: 'x' },
    prompt: { label: 'Polite' },
    namedScores: { helpful },
    score: 1,
    success: true,
  });
  const body = JSON.stringify({
    evalId: 'eval-1',
    results: { version: 3, timestamp: new Date(lastHour).toISOString(), results: [row(0, 1), row(1, 0.5)] },
  });
  const dry = await promptfoo.push('/ingest/*/promptfoo?dryRun=true', body);
  expect(JSON.parse(dry.text)).toMatchObject({
    deliveryId: null,
    translation: { points: 1, items: [{ title: 'helpful', became: expect.stringContaining('0.75') }] },
    problem: expect.stringContaining('"pass": No rule of this source names it.'),
  });
  expect(await values('helpful')).toEqual([]);
  expect((await promptfoo.push('/ingest/*/promptfoo', body)).status).toBe(202);
  const first = await values('helpful');
  expect(first).toMatchObject([{ segment: 'Polite', lastAt: new Date(lastHour).toISOString() }]);
  expect((await promptfoo.push('/ingest/*/promptfoo', body)).status).toBe(202);
  expect(await values('helpful')).toEqual(first);
});

describe('files of results', () => {
  const file = {
    status: 'success',
    data: {
      resultType: 'matrix',
      result: [{ metric: { __name__: 'history' }, values: [[lastHour / 1000, '0.5']] }],
    },
  };
  const path = '/ingest/*/results';

  test('a dry run says what it would become and stores nothing; the same file twice is there once', async () => {
    const series = [{ name: 'history', metric: 'answers', segment: { word: 'past' } }];
    const files = await tool('promptfoo', { series }, 'Files');
    const dry = await files.push(`${path}?dryRun=true`, JSON.stringify(file));
    expect(JSON.parse(dry.text)).toMatchObject({ deliveryId: null, translation: { points: 1 }, problem: '' });
    expect((await values('answers')).map(({ segment }) => segment)).not.toContain('past');
    const packed = { 'content-encoding': 'gzip' };
    for (let times = 0; times < 2; times++)
      expect((await files.push(path, gzipSync(JSON.stringify(file)), packed)).status).toBe(202);
    expect((await values('answers')).filter(({ segment }) => segment === 'past')).toHaveLength(1);
    expect((await files.push(path, '{"hello": "world"}')).status).toBe(400);
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    expect((await files.push(path, bomb, packed)).status).toBe(413);
  });
});

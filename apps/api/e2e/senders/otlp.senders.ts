import { SeverityNumber } from '@opentelemetry/api-logs';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-proto';
import { OTLPMetricExporter as JsonExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPMetricExporter as ProtoExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { CompressionAlgorithm } from '@opentelemetry/otlp-exporter-base';
import { LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import {
  MeterProvider,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
} from '@opentelemetry/sdk-metrics';
import type { Source } from '@plumbline/shared/contract/source';
import { setUpNorthwind, type Answer, type Desk } from '../cast.js';
import { startTestApi, type TestApi } from '../start-test-api.js';

let api: TestApi;
let desk: Desk;
let source: Source;
let headers: Record<string, string>;

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  await desk.hana.post('/systems', { key: 'assistant', name: 'Assistant' });
  for (const key of ['judge_score', 'latency', 'helpfulness'])
    await desk.hana.post('/metrics', { system: 'assistant', key, name: key, role: 'proxy' });
  const rule = (name: string, metric: string) => ({
    name,
    metric,
    segment: { label: 'way' },
    everySeconds: 1,
  });
  const added = await desk.hana.post('/sources', {
    kind: 'otlp',
    name: 'Programs',
    settings: {
      series: [
        rule('judge.score', 'judge_score'),
        rule('latency', 'latency'),
        rule('Helpfulness', 'helpfulness'),
      ],
      events: ['safety.alert'],
    },
  });
  source = added.body.source as Source;
  headers = { authorization: `Bearer ${added.body.apiKey}` };
});
afterAll(() => api?.stop());

const address = (signal: string): string => `${api.url}/ingest/${source.slug}/otlp/v1/${signal}`;
const seriesOf = async (metric: string): Promise<Answer['body'][]> =>
  (await desk.hana.get(`/metrics/${metric}/series`)).body.items;
const newest = async (): Promise<Answer['body']> =>
  (await desk.hana.get(`/sources/${source.id}/deliveries?limit=1`)).body.items[0];

const gzip = CompressionAlgorithm.GZIP;
const ways: [string, () => PushMetricExporter][] = [
  ['protobuf', () => new ProtoExporter({ url: address('metrics'), headers })],
  ['protobuf-gzip', () => new ProtoExporter({ url: address('metrics'), headers, compression: gzip })],
  ['json', () => new JsonExporter({ url: address('metrics'), headers })],
  ['json-gzip', () => new JsonExporter({ url: address('metrics'), headers, compression: gzip })],
];

test.each(ways)(
  'the SDK sends metrics as %s: a gauge, and a histogram by its growth',
  async (way, exporter) => {
    const reader = new PeriodicExportingMetricReader({
      exporter: exporter(),
      exportIntervalMillis: 3_600_000,
    });
    const provider = new MeterProvider({ readers: [reader] });
    const meter = provider.getMeter('story');
    meter.createGauge('judge.score').record(0.75, { way });
    const latency = meter.createHistogram('latency');
    latency.record(1, { way });
    await provider.forceFlush();
    latency.record(2, { way });
    latency.record(6, { way });
    await provider.forceFlush();
    await provider.shutdown();
    expect(await newest()).toMatchObject({ outcome: 'taken', problem: '' });
    expect((await seriesOf('judge_score')).map(({ segment }) => segment)).toContain(way);
    expect((await seriesOf('latency')).map(({ segment }) => segment)).toContain(way);
  },
);

test('all ways led to the same kind of rows', async () => {
  const segments = (await seriesOf('judge_score')).map(({ segment }) => segment as string);
  expect(segments.sort()).toEqual(ways.map(([way]) => way).sort());
  expect(await seriesOf('latency')).toHaveLength(ways.length);
});

test('of the logs, events that are asked for become alerts, evaluations become values, the rest nothing', async () => {
  const processor = new SimpleLogRecordProcessor({
    exporter: new OTLPLogExporter({ url: address('logs'), headers }),
  });
  const provider = new LoggerProvider({ processors: [processor] });
  const logger = provider.getLogger('story');
  const severity = { severityNumber: SeverityNumber.ERROR, severityText: 'ERROR' };
  logger.emit({ eventName: 'safety.alert', body: 'Refuses harmless questions', ...severity });
  logger.emit({ eventName: 'cache.miss', body: 'Nothing of interest' });
  logger.emit({
    eventName: 'gen_ai.evaluation.result',
    attributes: {
      'gen_ai.evaluation.name': 'Helpfulness',
      'gen_ai.evaluation.score.value': 0.4,
      'gen_ai.evaluation.score.label': 'poor',
      way: 'log',
    },
  });
  await provider.forceFlush();
  await provider.shutdown();
  const { items } = (await desk.hana.get('/signals')).body;
  expect(items).toEqual([
    expect.objectContaining({
      title: 'Refuses harmless questions',
      severity: 'ERROR',
      dedupKey: expect.stringContaining('safety.alert'),
    }),
  ]);
  expect((await seriesOf('helpfulness')).map(({ segment }) => segment)).toEqual(['log']);
});

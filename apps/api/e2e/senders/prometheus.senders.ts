import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toolSetup } from '@plumbline/shared/source/tool-setup';
import type { PairDivergence } from '@plumbline/shared/contract/divergence';
import type { Source } from '@plumbline/shared/contract/source';
import { setUpNorthwind, type Answer, type Desk } from '../cast.js';
import { startTestApi, type TestApi } from '../start-test-api.js';
import { ToolProcess, until } from './tool-process.js';

let api: TestApi;
let desk: Desk;
let source: Source;
let training: Server;
let prometheus: ToolProcess;
let evaluations = 0;
let pairId: string;

/** A training program that shows its newest evaluation: both rise until the fourteenth, then the intent is lost. */
function figures(): string {
  evaluations += 1;
  const run = `{run="run-7",split="held_out"}`;
  const lost = Math.max(0, evaluations - 14);
  const wobble = Math.sin(evaluations * 2.7) * 0.004;
  return [
    `judge_score${run} ${0.3 + evaluations / 100 + wobble}`,
    `human_agreement${run} ${0.5 + Math.min(evaluations, 14) / 70 - lost / 60 + wobble}`,
    `answers_total${run} ${evaluations * 20}`,
    `process_start_time_seconds 1`,
    '',
  ].join('\n');
}

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  training = createServer((_, response) => response.end(figures())).listen(0, '127.0.0.1');
  await makeMetrics();
  const rule = (name: string, metric: string, more: object = {}) => ({
    name,
    metric,
    segment: { label: 'split' },
    run: { label: 'run' },
    everySeconds: 1,
    ...more,
  });
  const series = [
    rule('judge_score', 'judge_score', { secondsAsSteps: true }),
    rule('human_agreement', 'human_agreement', { secondsAsSteps: true }),
    rule('answers_total', 'answers', { counter: true }),
  ];
  const added = await desk.hana.post('/sources', {
    kind: 'prometheus',
    name: 'Training',
    settings: { series },
  });
  source = added.body.source as Source;
  const { text } = toolSetup('prometheus', {
    installation: api.url,
    slug: source.slug,
    apiKey: added.body.apiKey as string,
  });
  const { port } = training.address() as AddressInfo;
  prometheus = await ToolProcess.start({
    program: 'prometheus',
    file: 'prometheus.yml',
    text: `global: { scrape_interval: 1s }
scrape_configs:
  - job_name: training
    static_configs: [{ targets: ['127.0.0.1:${port}'] }]
${text}`,
    arguments: (folder, address) => [
      `--config.file=${folder}/prometheus.yml`,
      `--storage.tsdb.path=${folder}/data`,
      `--web.listen-address=${address}`,
    ],
  });
});
afterAll(async () => {
  await prometheus?.stop();
  training?.close();
  await api?.stop();
});

async function makeMetrics(): Promise<void> {
  const post = async (path: string, body: object): Promise<Answer> => {
    const answer = await desk.hana.post(path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer;
  };
  await post('/systems', { key: 'assistant', name: 'Assistant' });
  const run = await post('/systems/assistant/runs', { externalId: 'run-7', kind: 'training' });
  const metric = (key: string, role: string, more: object) =>
    post('/metrics', { system: 'assistant', key, name: key, role, ...more });
  await metric('answers', 'diagnostic', {});
  const stated = {
    name: 'Right answers',
    intent: 'Experts agree with the answers.',
    specification: 'Maximise the score of the judge.',
  };
  const objectiveId = (await post('/systems/assistant/objectives', stated)).body.id;
  const proxyMetricId = (await metric('judge_score', 'proxy', { objectiveId, scale: 'proportion' })).body.id;
  const intentMetricId = (await metric('human_agreement', 'intent', { objectiveId, scale: 'proportion' }))
    .body.id;
  for (const id of [proxyMetricId, intentMetricId])
    expect((await desk.hana.post(`/metrics/${id}/activate`)).body).toMatchObject({ id });
  const drawn = await post('/pairs', {
    objectiveId,
    proxyMetricId,
    intentMetricId,
    axis: 'step',
    runId: run.body.id,
  });
  pairId = drawn.body.id as string;
  expect((await desk.hana.post(`/pairs/${pairId}/activate`)).body).toMatchObject({ id: pairId });
}

const seriesOf = async (metric: string): Promise<Answer['body'][]> =>
  (await desk.hana.get(`/metrics/${metric}/series`)).body.items;

test('a real Prometheus writes both halves of a pair as a run, second by second', async () => {
  // Both metrics have come in from the same scrapes, over at least five seconds.
  const spanOf = async (metric: string): Promise<number> => {
    const [line] = await seriesOf(metric);
    return line ? Date.parse(line.lastAt as string) - Date.parse(line.firstAt as string) : 0;
  };
  await until(async () => (await spanOf('judge_score')) >= 5000 && (await spanOf('human_agreement')) >= 5000);
  for (const metric of ['judge_score', 'human_agreement'])
    expect(await seriesOf(metric)).toEqual([
      expect.objectContaining({ segment: 'held_out', runId: expect.any(String), environment: '' }),
    ]);
  await until(async () => (await seriesOf('answers')).length === 1);
});

test('as the run goes on the detector says by itself that it came apart, without any alert rule', async () => {
  const seen = async (): Promise<PairDivergence> => {
    await api.workOff();
    return (await desk.hana.get(`/pairs/${pairId}/divergence`)).body;
  };
  await until(async () => (await seen()).runs.length > 0);
  expect((await seen()).findings).toEqual([]);
  await until(async () => (await seen()).findings.length > 0);
  await until(async () => (await seen()).runs[0]!.evaluations >= 30);
  const { state, runs, findings } = await seen();
  expect(state).toBe('diverged');
  expect(runs[0]).toMatchObject({ run: 'run-7', verdict: 'reversed' });
  // It turned at the fourteenth evaluation, a second each.
  expect(findings[0]!.onsetX).toBeGreaterThan(5);
  expect(findings[0]!.onsetX).toBeLessThan(30);
  const { items } = (await desk.hana.get(`/incidents?pair=${pairId}`)).body;
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ triageState: 'pending' });
  expect((await desk.hana.get('/signals')).body.items).toEqual([]);
}, 120_000);

test('what no rule names is listed with its reason, and nothing else of it is kept', async () => {
  const { items } = (await desk.hana.get(`/sources/${source.id}/series`)).body;
  const named = items.filter(({ metric }: { metric: string | null }) => metric !== null);
  expect(named.map(({ name }: { name: string }) => name).sort()).toEqual([
    'answers_total',
    'human_agreement',
    'judge_score',
  ]);
  const up = items.find(({ name }: { name: string }) => name === 'up');
  expect(up).toMatchObject({ metric: null, reason: 'No rule of this source names it.' });
});

test('no delivery was refused, metadata and all', async () => {
  const { items } = (await desk.hana.get(`/sources/${source.id}/deliveries?limit=100`)).body;
  expect(new Set(items.map(({ outcome }: { outcome: string }) => outcome))).toEqual(new Set(['taken']));
});

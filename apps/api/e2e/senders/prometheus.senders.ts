import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toolSetup } from '@plumbline/shared/source/tool-setup';
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

/** A training program that shows its newest evaluation: the proxy rises, the intent falls from the tenth on. */
function figures(): string {
  evaluations += 1;
  const run = `{run="run-7",split="held_out"}`;
  const lost = Math.max(0, evaluations - 10);
  return [
    `judge_score${run} ${0.5 + evaluations / 200}`,
    `human_agreement${run} ${0.8 - lost / 100}`,
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
    rule('judge_score', 'judge_score'),
    rule('human_agreement', 'human_agreement'),
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
  await post('/systems/assistant/runs', { externalId: 'run-7', kind: 'training' });
  const metric = (key: string, role: string) =>
    post('/metrics', { system: 'assistant', key, name: key, role });
  await metric('judge_score', 'proxy');
  await metric('human_agreement', 'intent');
  await metric('answers', 'diagnostic');
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

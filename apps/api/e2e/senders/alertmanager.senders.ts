import { toolSetup } from '@plumbline/shared/source/tool-setup';
import type { Delivery, Source } from '@plumbline/shared/contract/source';
import type { Signal } from '@plumbline/shared/contract/signal';
import { setUpNorthwind, type Desk } from '../cast.js';
import { startTestApi, type TestApi } from '../start-test-api.js';
import { ToolProcess, until } from './tool-process.js';

let api: TestApi;
let desk: Desk;
let source: Source;
/** Two that know nothing of each other: each tells everything, as a pair does that lost sight of itself. */
let pair: ToolProcess[] = [];

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  const added = await desk.hana.post('/sources', {
    kind: 'alertmanager',
    name: 'Production alerts',
    environment: 'production',
  });
  source = added.body.source as Source;
  const address = { installation: api.url, slug: source.slug, apiKey: added.body.apiKey as string };
  const { text } = toolSetup('alertmanager', address);
  // As pasted, but without the patience that a test has not.
  const quick = text
    .replace('group_wait: 10s', 'group_wait: 100ms')
    .replace('interval: 1m', 'interval: 300ms');
  pair = await Promise.all([startAlertmanager(quick), startAlertmanager(quick)]);
});
afterAll(async () => {
  await Promise.all(pair.map((one) => one.stop()));
  await api?.stop();
});

function startAlertmanager(text: string): Promise<ToolProcess> {
  return ToolProcess.start({
    program: 'prometheus-alertmanager',
    file: 'alertmanager.yml',
    text,
    arguments: (folder, address) => [
      `--config.file=${folder}/alertmanager.yml`,
      `--storage.path=${folder}/data`,
      `--web.listen-address=${address}`,
      '--cluster.listen-address=',
    ],
  });
}

const alerts = [
  { alertname: 'WatchTimeDrift', market: 'jp', severity: 'critical' },
  { alertname: 'WatchTimeDrift', market: 'de', severity: 'critical' },
  { alertname: 'JudgeTooKind', severity: 'warning', mechanism: 'sycophancy' },
];

/** Prometheus tells both at the same moment. */
async function tell(times: { startsAt: string; endsAt?: string }): Promise<void> {
  const body = JSON.stringify(
    alerts.map((labels) => ({
      labels,
      annotations: { summary: `${labels.alertname} ${labels.market ?? ''}`.trim() },
      generatorURL: 'http://prometheus.example/graph',
      ...times,
    })),
  );
  const headers = { 'content-type': 'application/json' };
  const answers = await Promise.all(
    pair.map(({ url }) => fetch(`${url}/api/v2/alerts`, { method: 'POST', headers, body })),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
}

const signals = async (): Promise<Signal[]> => (await desk.hana.get('/signals')).body.items as Signal[];
const deliveries = async (): Promise<Delivery[]> =>
  (await desk.hana.get(`/sources/${source.id}/deliveries?limit=100`)).body.items as Delivery[];
const allAre = async (state: Signal['state'], count: number): Promise<boolean> => {
  const found = await signals();
  return found.length === 3 && found.every((signal) => signal.state === state && signal.count >= count);
};
/** How many notifications of either kind have come: each of the two tells each group on its own. */
const told = async (words: RegExp): Promise<number> => {
  const items = (await deliveries()).flatMap(({ translation }) => translation.items);
  return items.filter(({ became }) => words.test(became)).length;
};

test('three alerts fire and end, twice, told by two at once: three alerts, two incidents, no duplicate', async () => {
  for (const round of [1, 2]) {
    const startsAt = new Date().toISOString();
    await tell({ startsAt });
    await until(() => allAre('open', round * 2));
    await tell({ startsAt, endsAt: new Date().toISOString() });
    await until(() => allAre('resolved', round * 2));
    await until(async () => (await told(/^(Ended|It had ended already\.)$/)) >= round * 6);
  }
  const found = await signals();
  expect(found.map(({ episode }) => episode)).toEqual([1, 1, 1]);
  const { items } = (await desk.hana.get('/incidents')).body;
  expect(
    items.map(({ title, triageState, source: from }: Record<string, unknown>) => ({
      title,
      triageState,
      from,
    })),
  ).toEqual(
    expect.arrayContaining([
      { title: 'JudgeTooKind', triageState: 'pending', from: { kind: 'tool', name: 'Production alerts' } },
      {
        title: expect.stringMatching(/^WatchTimeDrift (jp|de)$/),
        triageState: 'pending',
        from: { kind: 'tool', name: 'Production alerts' },
      },
    ]),
  );
  expect(items).toHaveLength(2);
  const drift = found.filter(({ labels }) => labels.alertname === 'WatchTimeDrift');
  expect(new Set(drift.map(({ incident }) => incident?.key)).size).toBe(1);
  expect(found.map(({ environment }) => environment)).toEqual(Array(3).fill('production'));
  expect(new Set((await deliveries()).map(({ outcome }) => outcome))).toEqual(new Set(['taken']));
});

test('what came can be read word for word, and taken in once more without any change', async () => {
  const before = await signals();
  const [newest] = await deliveries();
  const { text } = (await desk.hana.get(`/sources/${source.id}/deliveries/${newest!.id}`)).body;
  expect(JSON.parse(text as string)).toMatchObject({ version: '4', receiver: 'plumbline' });
  const replayed = await desk.hana.post(`/sources/${source.id}/deliveries/${newest!.id}/replay`);
  expect(replayed).toMatchObject({ status: 200, body: { outcome: 'taken', replayOf: newest!.id } });
  expect(await signals()).toEqual(before);
});

import pg from 'pg';
import { type Desk, script, setUpNorthwind } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

// What a mitigation did, measured on its pair and on what else its objective is measured by.

let api: TestApi;
let desk: Desk;
let pairId: string;
let mitigation: { id: string; version: number };

const dayMs = 86_400_000;
const today = Math.floor(Date.now() / dayMs) * dayMs;
/** Values that go to and fro by the day of the week: no two runs differ. */
const swing = (day: number) => ((day * 37) % 11) / 11 - 0.5;
const noon = (daysAgo: number) => new Date(today - daysAgo * dayMs - dayMs / 2).toISOString();
const effect = async (by = desk.hana) => (await by.get(`/mitigations/${mitigation.id}/effect`)).body;

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  await desk.hana.post('/systems', { key: 'feed', name: 'Feed' });
  const stated = { name: 'Worthwhile time', intent: 'Time well spent.', specification: 'Watch time.' };
  const objectiveId = (await desk.hana.post('/systems/feed/objectives', stated)).body.id;
  const define = async (key: string, given: object) =>
    (await desk.hana.post('/metrics', { system: 'feed', key, name: key, objectiveId, ...given })).body.id;
  const proxyMetricId = await define('watch', { role: 'proxy', scale: 'unbounded', unit: 'min' });
  const intentMetricId = await define('joy', { role: 'intent', scale: 'proportion' });
  await define('complaints', { role: 'guardrail', scale: 'unbounded', direction: 'lower_better' });
  await define('secret', { role: 'guardrail', scale: 'unbounded', heldOut: true });
  pairId = (await desk.hana.post('/pairs', { objectiveId, proxyMetricId, intentMetricId })).body.id;
  mitigation = (
    await desk.hana.post('/mitigations', {
      title: 'Cap the reward',

      stage: 'training',
    })
  ).body;
});
afterAll(() => api.stop());

test('without a pair, and before it is active, it says what is missing', async () => {
  expect(await effect()).toMatchObject({ state: 'no_pair', metrics: [] });
  const named = await desk.hana.patch(`/mitigations/${mitigation.id}`, { pairId }, mitigation.version);
  mitigation = named.body;
  expect(await effect()).toMatchObject({
    state: 'not_active',
    sentence: 'It is measured from when it becomes active.',
  });
});

test('active since today it is too early, and says so with its counts', async () => {
  mitigation = (
    await desk.hana.patch(`/mitigations/${mitigation.id}`, { status: 'active' }, mitigation.version)
  ).body;
  const points = Array.from({ length: 40 }, (_, day) => ({
    metric: 'joy',
    at: noon(40 - day),
    value: 0.5 + 0.04 * swing(day),
    n: 200,
  }));
  await desk.script.post('/observations', { points });
  const { state, sentence } = await effect();
  expect(state).toBe('too_early');
  expect(sentence).toMatch(
    /^Too early to say: joy has values on \d+ days before it and on 0 after it; 8 on either side are the fewest/,
  );
});

/** As if it had been put in place so many days ago: nothing else can go back in time. */
async function becameActive(daysAgo: number): Promise<void> {
  const client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
  await client.query('UPDATE mitigation SET active_at = $2 WHERE id = $1', [mitigation.id, noon(daysAgo)]);
  await client.end();
}

test('as values come it is measured, with what got worse beside it', async () => {
  await becameActive(30);
  const points = Array.from({ length: 59 }, (_, at) => at + 1).flatMap((ago) => {
    const after = ago < 30;
    return [
      { metric: 'joy', at: noon(ago), value: (after ? 0.62 : 0.5) + 0.04 * swing(ago), n: 200 },
      { metric: 'watch', at: noon(ago), value: 30 + swing(ago) },
      { metric: 'complaints', at: noon(ago), value: (after ? 9 : 4) + swing(ago) },
      { metric: 'secret', at: noon(ago), value: 1 + swing(ago) },
    ];
  });
  await desk.script.post('/observations', { points });
  const found = await effect();
  expect(found.state).toBe('measured');
  expect(found.sentence).toMatch(/^joy rose by 1[12](\.\d)? points \(90 % interval .*\): better\.$/);
  const verdicts = found.metrics.map(({ key, half, verdict }: Record<string, string>) => [
    key,
    half,
    verdict,
  ]);
  expect(verdicts).toEqual([
    ['joy', 'intent', 'better'],
    ['watch', 'proxy', 'unclear'],
    ['complaints', null, 'worse'],
    ['secret', null, 'unclear'],
  ]);
  const [joy] = found.metrics;
  expect(joy.measured.low).toBeLessThan(0.12);
  expect(joy.measured.high).toBeGreaterThan(0.12);
});

test('a key without sight of held-out metrics is told the others', async () => {
  const issued = await desk.hana.post('/api-keys', {
    name: 'Board',
    role: 'viewer',
    scopes: ['observations:read'],
  });
  const { metrics } = await effect(script(api, issued.body.key));
  expect(metrics.map(({ key }: { key: string }) => key)).toEqual(['joy', 'watch', 'complaints']);
});

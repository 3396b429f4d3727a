import type { PairDivergence } from '@plumbline/shared/contract/divergence';
import { setUpNorthwind, type Desk } from './cast.js';
import { MeasuringBench } from './measuring-bench.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let bench: MeasuringBench;

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  bench = await MeasuringBench.furnish(desk);
});
afterAll(() => api.stop());

const divergenceOf = async (id: string): Promise<PairDivergence> =>
  (await desk.hana.get(`/pairs/${id}/divergence`)).body;

const incidentsOf = async (id: string) =>
  (await desk.hana.get(`/incidents?pair=${id}`)).body.items as { id: string; key: string }[];

test('a run is looked at as it grows: one that turned becomes an alarm over steps', async () => {
  const { body: run } = await desk.hana.post('/systems/feed/runs', { externalId: 'grpo-7' });
  const pair = await bench.watch({ axis: 'step', runId: run.id });
  const rows = Array.from({ length: 40 }, (_, step) => {
    const share = step / 39;
    const wobble = Math.sin(step * 2.7) * 0.006;
    return {
      proxy: 0.2 + 0.6 * share + wobble,
      intent: 0.4 + 0.3 * Math.min(share, 0.5) * 2 - 0.5 * Math.max(0, share - 0.5) * 2 + wobble,
      step: step * 10,
    };
  });
  const points = (from: number, to: number) =>
    rows.slice(from, to).flatMap(({ proxy, intent, step }) => [
      { metric: pair.proxy, run: 'grpo-7', step, value: proxy },
      { metric: pair.intent, run: 'grpo-7', step, value: intent, n: 400 },
    ]);
  await bench.send(points(0, 14));
  await api.workOff();
  const early = await divergenceOf(pair.id);
  expect(early.findings).toEqual([]);
  expect(early.runs[0]).toMatchObject({ run: 'grpo-7', evaluations: 14 });
  await bench.send(points(14, 40));
  await api.workOff();
  const late = await divergenceOf(pair.id);
  expect(late.state).toBe('diverged');
  expect(late.runs[0]).toMatchObject({ verdict: 'reversed', evaluations: 40 });
  expect(late.findings[0]).toMatchObject({ axis: 'step', runId: run.id, onsetAt: null });
  expect(late.findings[0]!.onsetX).toBeGreaterThan(120);
  expect(late.findings[0]!.onsetX).toBeLessThan(290);
  const [row] = await incidentsOf(pair.id);
  expect((await desk.hana.get(`/incidents/${row!.key}`)).body.observedBehaviour).toContain('From step');
});

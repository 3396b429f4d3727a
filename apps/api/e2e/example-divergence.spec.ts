import type { PairDivergence } from '@plumbline/shared/contract/divergence';
import type { Pair } from '@plumbline/shared/contract/pair';
import { setUpNorthwind, type Desk } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

// The example story through the detector: the four that come apart are seen, the two that do not are left alone.

let api: TestApi;
let desk: Desk;
let pairs: Pair[];

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  await desk.hana.post('/example-story');
  await api.workOff();
  pairs = (await desk.hana.get('/pairs')).body.items;
});
afterAll(() => api.stop());

const dayMs = 86_400_000;
const pairOf = (proxy: string): Pair => pairs.find((pair) => pair.proxy.key.endsWith(proxy))!;
const divergenceOf = async ({ id }: Pair): Promise<PairDivergence> =>
  (await desk.hana.get(`/pairs/${id}/divergence`)).body;
const daysAgo = (iso: string): number => (Date.now() - Date.parse(iso)) / dayMs;

test.each([
  ['.session-time', 'extremal', 80],
  ['.certainty', 'adversarial', 35],
  ['.score', 'regressional', 238],
  ['.thumbs-up', 'causal', 43],
])('%s comes apart: an alarm after the onset, %s or undetermined', async (proxy, mode, began) => {
  const { state, findings, estimates } = await divergenceOf(pairOf(proxy));
  expect(state).toBe('diverged');
  const [finding] = findings.toReversed();
  expect(daysAgo(finding!.at)).toBeLessThan(began);
  expect([mode, 'undetermined']).toContain(finding!.mode);
  expect(finding!.evidence.length).toBeGreaterThan(0);
  expect(finding!.incidentId).not.toBeNull();
  expect(estimates.gap.at(-1)).toBeGreaterThan(0);
});

test.each([['.closed'], ['.unchanged']])('%s stays with its intent: no alarm', async (proxy) => {
  const { state, findings } = await divergenceOf(pairOf(proxy));
  expect({ state, findings }).toEqual({ state: 'quiet', findings: [] });
});

test('what moved with session time is named, the strongest first', async () => {
  const { moved } = await divergenceOf(pairOf('.session-time'));
  expect(moved.map(({ name }) => name).sort()).toEqual(['Angry reactions', 'Replies per post']);
  expect(Math.abs(moved[0]!.association!)).toBeGreaterThanOrEqual(Math.abs(moved[1]!.association!));
  expect(moved.every(({ before, after }) => after! > before!)).toBe(true);
});

test('the four lead the league; each has an incident to be judged or one that it joined', async () => {
  const { items } = (await desk.hana.get('/divergences/league')).body;
  expect(items.slice(0, 4).every(({ state }: { state: string }) => state === 'diverged')).toBe(true);
  expect(items).toHaveLength(6);
});

test('all of it goes with the story', async () => {
  expect((await desk.hana.delete('/example-story')).status).toBe(200);
  expect((await desk.hana.get('/divergences')).body.items).toEqual([]);
  expect((await desk.hana.get('/incidents')).body.items).toEqual([]);
  await api.workOff();
});

import type { Finding, PairDivergence } from '@plumbline/shared/contract/divergence';
import { setUpNorthwind, type Desk } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';
import { PairTrialsService } from '../src/divergence/pair-trials.service.js';
import { madeUpPair } from './made-up-pair.js';
import { MeasuringBench, pointsOf } from './measuring-bench.js';

// From values to an alarm to an incident to a verdict, over HTTP, with the detector in its threads.

let api: TestApi;
let desk: Desk;

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  bench = await MeasuringBench.furnish(desk);
});
afterAll(() => api.stop());

let bench: MeasuringBench;
const watch = (given: object = {}) => bench.watch(given);
const send = (points: object[]) => bench.send(points);

const divergenceOf = async (id: string): Promise<PairDivergence> =>
  (await desk.hana.get(`/pairs/${id}/divergence`)).body;

const incidentsOf = async (id: string) =>
  (await desk.hana.get(`/incidents?pair=${id}`)).body.items as { id: string; key: string }[];

describe('a pair that came apart', () => {
  let pair: { id: string; proxy: string; intent: string };
  let finding: Finding;
  const made = madeUpPair({ seed: 3, days: 420, apartFrom: 300 });

  test('nothing is said before the values are seen; the mark says since when it waits', async () => {
    pair = await watch();
    await send(pointsOf(pair, made));
    const before = await divergenceOf(pair.id);
    expect(before).toMatchObject({ state: 'learning', caughtUpAt: null, findings: [] });
    expect(before.behindSince).not.toBeNull();
    await api.workOff();
    expect((await divergenceOf(pair.id)).behindSince).toBeNull();
  });

  test('the detector estimates at each audit and raises an alarm after the onset', async () => {
    const { state, estimates, findings } = await divergenceOf(pair.id);
    expect(state).toBe('diverged');
    expect(estimates.at.length).toBeGreaterThan(40);
    expect(new Set(Object.values(estimates).map((column) => column.length)).size).toBe(1);
    expect(findings.length).toBeGreaterThan(0);
    finding = findings.at(-1)!;
    expect(Date.parse(finding.at)).toBeGreaterThan(Date.parse(made.apartAt!));
    const [low, high] = [Date.parse(finding.onsetLowAt!), Date.parse(finding.onsetHighAt!)];
    expect(low).toBeLessThanOrEqual(Date.parse(finding.onsetAt!));
    expect(high).toBeGreaterThanOrEqual(Date.parse(finding.onsetAt!));
    expect(finding.gap).toBeGreaterThan(0);
    expect(finding.score!).toBeGreaterThanOrEqual(finding.threshold!);
  });

  test('it waits in triage as an incident, with what is known filled in and what is guessed only suggested', async () => {
    const [row] = await incidentsOf(pair.id);
    const { body } = await desk.hana.get(`/incidents/${row!.key}`);
    expect(finding.incidentId).toBe(body.id);
    expect(body).toMatchObject({
      triageState: 'pending',
      source: { kind: 'detector' },
      intendedGoal: 'People say their time was well spent.',
      specifiedObjective: 'Maximise watch time.',
      systems: [{ key: 'feed', role: 'primary' }],
      occurredAt: finding.onsetAt,
      occurredPrecision: 'day',
      detectedAt: finding.at,
      reporter: { kind: 'detector' },
    });
    expect(body.title).toContain('worse than');
    expect(body.pairs.map(({ id }: { id: string }) => id)).toEqual([pair.id]);
    expect(body.metrics).toHaveLength(2);
    const labels = body.labels as { facet: string; value: string; provenance: string }[];
    expect(labels.every(({ provenance }) => provenance === 'detector')).toBe(true);
    expect(labels).toContainEqual(expect.objectContaining({ facet: 'goodhartMode', value: finding.mode }));
    expect(labels).toContainEqual(expect.objectContaining({ facet: 'misalignmentType', value: 'outer' }));
  });

  test('nothing new makes nothing new: no second alarm, no second incident', async () => {
    const before = await divergenceOf(pair.id);
    await send(pointsOf(pair, made));
    await api.workOff();
    const after = await divergenceOf(pair.id);
    expect(after.findings).toEqual(before.findings);
    expect(after.estimates).toEqual(before.estimates);
    expect(await incidentsOf(pair.id)).toHaveLength(1);
  });

  test('what was found is found again, to the figure, from the stored values', async () => {
    const { outputs } = await api.app
      .get(PairTrialsService, { strict: false })
      .replay(desk.workspaceId, pair.id);
    const { estimates } = await divergenceOf(pair.id);
    const again = outputs.filter((one) => one.type === 'estimate');
    expect(again.map(({ score }) => score)).toEqual(estimates.score);
    expect(again.map(({ gap }) => gap)).toEqual(estimates.gap);
    const alarms = outputs.filter((one) => one.type === 'alarm');
    const dayMs = 86_400_000;
    expect(alarms.map(({ onset }) => new Date(Math.round(onset * dayMs)).toISOString())).toContain(
      finding.onsetAt,
    );
  });

  test('accepting the incident is the verdict; taking it back to triage takes it back', async () => {
    const [row] = await incidentsOf(pair.id);
    const move = (verb: string, more: object = {}) =>
      desk.hana.post(`/incidents/${row!.key}/moves`, { verb, ...more });
    expect((await move('accept')).status).toBe(200);
    const verdict = async () => (await divergenceOf(pair.id)).findings.at(-1)!;
    expect(await verdict()).toMatchObject({ verdict: 'accepted', verdictBy: 'Hana Sato' });
    expect((await desk.hana.get('/divergences/score')).body).toMatchObject({ accepted: 1, precision: 1 });
    expect((await move('reconsider')).status).toBe(200);
    expect(await verdict()).toMatchObject({ verdict: null, verdictAt: null });
    expect((await move('decline', { reason: 'false_positive' })).status).toBe(200);
    expect(await verdict()).toMatchObject({ verdict: 'declined', verdictReason: 'false_positive' });
    const { body } = await desk.hana.get('/divergences/score');
    expect(body).toMatchObject({ accepted: 0, falseAlarms: 1, precision: 0 });
    expect(body.pairYears).toBeGreaterThan(0.4);
  });

  test('another rate can be tried out: a stricter one alarms later or not at all, and nothing is changed', async () => {
    const before = await divergenceOf(pair.id);
    const tried = async (falseAlarmsPerYear: number) =>
      (await desk.hana.post(`/pairs/${pair.id}/back-test`, { falseAlarmsPerYear })).body;
    const [loose, usual, strict] = [await tried(6), await tried(0.2), await tried(0.001)];
    expect(usual.alarms[0].at).toBe(finding.at);
    expect(loose.threshold).toBeLessThan(usual.threshold);
    expect(strict.threshold).toBeGreaterThan(usual.threshold);
    expect(Date.parse(loose.alarms[0].at)).toBeLessThanOrEqual(Date.parse(usual.alarms[0].at));
    expect(await divergenceOf(pair.id)).toEqual(before);
  });

  test('it leads the league, and the list tells it', async () => {
    const { body } = await desk.hana.get('/divergences/league');
    expect(body.items[0]).toMatchObject({ pairId: pair.id, state: 'diverged', lookFirst: true });
    const listed = (await desk.hana.get('/divergences?verdict=declined')).body.items as Finding[];
    expect(listed.map(({ id }) => id)).toContain(finding.id);
    expect((await desk.hana.get('/divergences?verdict=accepted')).body.items).toEqual([]);
  });
});

test('values in pieces, late ones and corrected ones end where the whole history at once does', async () => {
  const made = madeUpPair({ seed: 8, days: 400, apartFrom: 290 });
  const [whole, pieces] = [await watch(), await watch()];
  await send(pointsOf(whole, made));
  await api.workOff();
  const all = pointsOf(pieces, made).sort((one, other) => one.at.localeCompare(other.at));
  const late = all.filter((_, place) => place % 37 === 0);
  const rest = all.filter((_, place) => place % 37 !== 0);
  for (const [from, to] of [
    [0, 0.5],
    [0.5, 0.8],
    [0.8, 1],
  ] as const) {
    await send(rest.slice(Math.floor(from * rest.length), Math.floor(to * rest.length)));
    await api.workOff();
  }
  await send(late.map((point) => ({ ...point, value: 0.5 })));
  await api.workOff();
  await send(late);
  await api.workOff();
  const [one, other] = [await divergenceOf(whole.id), await divergenceOf(pieces.id)];
  expect(other.estimates).toEqual(one.estimates);
  expect(other.sentence).toBe(one.sentence);
  const onsets = ({ findings }: PairDivergence) =>
    findings
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ at, onsetAt, mode }) => ({ at, onsetAt, mode }));
  expect(onsets(other)).toEqual(onsets(one));
});

test('a pair that stays together stays quiet, and says what it has learned', async () => {
  const pair = await watch();
  await send(pointsOf(pair, madeUpPair({ seed: 5, days: 420 })));
  await api.workOff();
  const { state, findings, audits, sentence } = await divergenceOf(pair.id);
  expect({ state, findings }).toEqual({ state: 'quiet', findings: [] });
  expect(audits).toBeGreaterThan(50);
  expect(sentence).toBe('Proxy and intent go together.');
});

test('a young pair learns and says how far it is; silence is told, never green', async () => {
  const pair = await watch();
  await send(pointsOf(pair, madeUpPair({ seed: 6, days: 50 })));
  await api.workOff();
  expect(await divergenceOf(pair.id)).toMatchObject({
    state: 'learning',
    sentence: expect.stringContaining('of 12 audits'),
  });
  const later = await watch();
  await send(pointsOf(later, madeUpPair({ seed: 6, days: 420, endsDaysAgo: 20 })));
  await api.workOff();
  expect((await divergenceOf(later.id)).state).toBe('overdue');
});

test('an overdue audit becomes the task of who put the pair to watch, once; the audit ends it', async () => {
  const pair = await watch();
  const tasks = async () =>
    (await desk.hana.get(`/tasks?state=any&pair=${pair.id}`)).body.items.map(
      ({ title, owner, state, reason }: Record<string, { name: string } | string>) => [
        title,
        (owner as { name: string } | null)?.name,
        state,
        reason,
      ],
    );
  const made = madeUpPair({ seed: 6, days: 420, endsDaysAgo: 20 });
  await send(pointsOf(pair, made));
  await api.workOff();
  const [found] = await tasks();
  expect(found[0]).toMatch(/^Audit /);
  expect(found.slice(1)).toEqual(['Hana Sato', 'open', 'audit_overdue']);
  // Another look at it files nothing more.
  await send(pointsOf(pair, { ...made, proxy: [{ ...made.proxy.at(-1)!, value: 30.1 }], intent: [] }));
  await api.workOff();
  expect(await tasks()).toEqual([found]);
  const yesterday = new Date(Date.now() - 86_400_000).toISOString();
  await send(pointsOf(pair, { ...made, proxy: [], intent: [{ at: yesterday, value: 0.64, n: 200 }] }));
  await api.workOff();
  expect((await divergenceOf(pair.id)).state).not.toBe('overdue');
  expect((await tasks()).map((task: string[]) => task[2])).toEqual(['done']);
});

test('a changed definition begins anew, without an alarm of its own; taking the mark away brings back what was', async () => {
  const pair = await watch();
  const made = madeUpPair({ seed: 9, days: 420, apartFrom: 300 });
  await send(pointsOf(pair, made));
  await api.workOff();
  const before = await divergenceOf(pair.id);
  expect(before.state).toBe('diverged');
  const marked = await desk.hana.post(`/pairs/${pair.id}/marks`, {
    kind: 'definition_changed',
    at: made.apartAt,
    label: 'Counts minutes otherwise',
  });
  expect(marked.status).toBe(201);
  await api.workOff();
  const anew = await divergenceOf(pair.id);
  expect(anew.state).toBe('learning');
  expect(anew.findings.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  expect((await desk.hana.delete(`/pairs/${pair.id}/marks/${marked.body.id}`)).status).toBe(204);
  await api.workOff();
  const back = await divergenceOf(pair.id);
  expect(back.estimates).toEqual(before.estimates);
  expect(back.findings.map(({ at, withdrawnAt }) => ({ at, withdrawnAt }))).toEqual(
    before.findings.map(({ at }) => ({ at, withdrawnAt: null })),
  );
});

test('a second alarm joins the open incident of its pair', async () => {
  const pair = await watch();
  await desk.hana.post('/incidents', { title: 'Somebody saw it first', pairIds: [pair.id] });
  await send(pointsOf(pair, madeUpPair({ seed: 3, days: 420, apartFrom: 300 })));
  await api.workOff();
  const rows = await incidentsOf(pair.id);
  expect(rows).toHaveLength(1);
  expect((await divergenceOf(pair.id)).findings.every(({ incidentId }) => incidentId === rows[0]!.id)).toBe(
    true,
  );
});

test('held-out values stay hidden from keys, also in what the detector says of them', async () => {
  const pair = await watch();
  const { body: metric } = await desk.hana.get(`/metrics/${pair.intent}`);
  await desk.hana.patch(`/metrics/${metric.id}`, { heldOut: true }, metric.version);
  const scopes = ['workspace:read', 'observations:read'];
  const issued = await desk.hana.post('/api-keys', { name: 'Reader', role: 'viewer', scopes });
  const read = (path: string) =>
    fetch(`${api.url}/api/v1${path}`, { headers: { authorization: `Bearer ${issued.body.key}` } });
  expect((await read(`/pairs/${pair.id}/divergence`)).status).toBe(403);
  const league = (await (await read('/divergences/league')).json()) as { items: { pairId: string }[] };
  expect(league.items.map(({ pairId }) => pairId)).not.toContain(pair.id);
});

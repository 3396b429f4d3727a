import { amaraOkafor, type Colleague, type Desk, join, jonasLindqvist, setUpNorthwind } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let jonas: Colleague;
let amara: Colleague;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  jonas = await join(api, desk, jonasLindqvist);
  amara = await join(api, desk, amaraOkafor);
});
afterAll(() => api.stop());

const seeking = { labels: { powerSeeking: [{ value: 'shutdown_avoidance', certainty: 'potential' }] } };
const faking = { labels: { mechanism: [{ value: 'deceptive_alignment' }] } };
const log = (given: object, who = desk.hana) =>
  who.post('/incidents', { title: 'It keeps its token', ...given });
const lastAct = async (key: string) =>
  (await desk.hana.get(`/incidents/${key}/activity?limit=1`)).body.items[0];

test('a sign of power-seeking makes a new incident sev2 and restricted, and the record names the rule', async () => {
  const { body } = await log(seeking, amara.voice);
  expect(body).toMatchObject({ severity: 'sev2', visibility: 'restricted' });
  expect(body.severityReason).toContain('power-seeking');
  expect(await lastAct(body.key)).toMatchObject({
    verb: 'incident.escalated_by_rule',
    actor: { kind: 'system', name: 'Plumbline' },
    payload: { rule: 'power_seeking_or_deception', changes: { visibility: 'restricted' } },
  });
  expect((await jonas.voice.get(`/incidents/${body.key}`)).status).toBe(404);
  expect((await amara.voice.get(`/incidents/${body.key}`)).status).toBe(200);
});

test('what the writer says about severity and visibility holds', async () => {
  const { body } = await log({ ...seeking, severity: 'sev4', visibility: 'workspace' });
  expect(body).toMatchObject({ severity: 'sev4', visibility: 'workspace' });
  expect((await lastAct(body.key)).verb).toBe('incident.logged');
});

test('an edit that brings the first sign escalates, and whoever brings it keeps seeing it', async () => {
  const { body } = await log({ severity: 'sev3' });
  const edited = await jonas.voice.patch(`/incidents/${body.key}`, faking, 1);
  expect(edited.body).toMatchObject({
    severity: 'sev2',
    visibility: 'restricted',
    visibleTo: [jonas.personId],
    version: 2,
  });
  expect((await amara.voice.get(`/incidents/${body.key}`)).status).toBe(404);
  const opened = await jonas.voice.patch(
    `/incidents/${body.key}`,
    { visibility: 'workspace', severity: 'sev3' },
    2,
  );
  expect(opened.status).toBe(200);
  const again = await jonas.voice.patch(`/incidents/${body.key}`, seeking, 3);
  expect(again.body).toMatchObject({ severity: 'sev3', visibility: 'workspace' });
});

test('a worse severity stays', async () => {
  const { body } = await log({ severity: 'sev1' });
  expect((await desk.hana.patch(`/incidents/${body.key}`, faking, 1)).body.severity).toBe('sev1');
});

test('a key that reports deception gets its answer, and does not see the incident afterwards', async () => {
  const { status, body } = await log(faking, desk.script);
  expect([status, body.visibility]).toEqual([201, 'restricted']);
  expect((await desk.script.get(`/incidents/${body.key}`)).status).toBe(404);
  expect(
    (await desk.hana.get('/triage?limit=100')).body.items.map(({ key }: { key: string }) => key),
  ).toContain(body.key);
});

test.each(['drill', 'reference'])('a %s is not escalated', async (recordKind) => {
  const { body } = await log({ ...faking, recordKind });
  expect(body).toMatchObject({ severity: null, visibility: 'workspace' });
});

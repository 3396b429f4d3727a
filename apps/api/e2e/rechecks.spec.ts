import { Clock } from '../src/platform/clock.js';
import { AskForRechecks } from '../src/triage/ask-for-rechecks.job.js';
import { type Desk, setUpNorthwind } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
});
afterAll(() => api.stop());

/** Runs the job as if it were noon UTC of that day. */
const askOn = (day: string): Promise<void> =>
  api.app
    .get(Clock, { strict: false })
    .runAt(new Date(`${day}T12:00:00Z`), () =>
      api.app.get(AskForRechecks, { strict: false }).work({}, new AbortController().signal),
    );

const tasksOf = async (key: string) => (await desk.hana.get(`/tasks?incident=${key}&state=any`)).body.items;

async function closed(): Promise<string> {
  const { hana } = desk;
  const { key } = (await hana.post('/incidents', { title: 'Feed ranker buys session time' })).body;
  const move = async (body: object) => {
    const { version } = (await hana.get(`/incidents/${key}`)).body;
    const answer = await hana.post(`/incidents/${key}/moves`, body, { 'if-match': `"${version}"` });
    expect(answer.status).toBe(200);
  };
  await move({ verb: 'accept' });
  await move({ verb: 'resolve', resolution: 'mitigated' });
  await move({ verb: 'close', residualRisk: 'The judge may drift.', recheckOn: '2099-03-01' });
  return key as string;
}

test('a closed incident is asked about once, on its day, and stands in its record', async () => {
  const key = await closed();
  await askOn('2099-02-28');
  expect(await tasksOf(key)).toEqual([]);
  await askOn('2099-03-01');
  await askOn('2099-03-02');
  const [task, ...more] = await tasksOf(key);
  expect(more).toEqual([]);
  expect(task).toMatchObject({ reason: 'recheck_due', dueOn: '2099-03-01', about: { ref: key } });
  const { items } = (await desk.hana.get(`/incidents/${key}/activity`)).body;
  expect(items[0]).toMatchObject({ verb: 'incident.recheck_due', actor: { kind: 'system' } });
  await desk.hana.patch(`/tasks/${task.id}`, { state: 'done' }, 1);
  await askOn('2099-03-03');
  expect(await tasksOf(key)).toHaveLength(1);
});

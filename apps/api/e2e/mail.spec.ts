import pg from 'pg';
import { Clock } from '../src/platform/clock.js';
import { Jobs } from '../src/platform/jobs/jobs.js';
import { type Colleague, type Desk, join, jonasLindqvist, mateusCarvalho, setUpNorthwind } from './cast.js';
import { PostOffice } from './post-office.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let office: PostOffice;
let api: TestApi;
let desk: Desk;
let jonas: Colleague;
let mateus: Colleague;
beforeAll(async () => {
  office = await PostOffice.open();
  api = await startTestApi({ mail: { smtpUrl: office.url, from: 'Plumbline <plumbline@example.org>' } });
  desk = await setUpNorthwind(api);
  jonas = await join(api, desk, jonasLindqvist);
  mateus = await join(api, desk, mateusCarvalho);
});
afterAll(async () => {
  await api.stop();
  await office.close();
});
beforeEach(async () => {
  office.refusal = null;
  await later();
  office.received = [];
});

/** Works everything off as if nothing could be taken back any more. */
const later = (ms = 11_000): Promise<void> =>
  api.app
    .get(Clock, { strict: false })
    .runAt(new Date(Date.now() + ms), () => api.app.get(Jobs, { strict: false }).workOff());
const log = async (more: object = {}) =>
  (await desk.hana.post('/incidents', { title: 'Feed ranker buys session time', ...more })).body as {
    key: string;
  };

describe('a mail that is not taken', () => {
  const deliveries = async (state: string) =>
    (await desk.hana.get(`/mail-deliveries?state=${state}`)).body.items;

  test('is tried again later, given up in the end, seen, and sent when somebody asks', async () => {
    office.refuse(451);
    await log({ ownerId: jonas.personId });
    await later();
    const [waiting] = await deliveries('waiting');
    expect(waiting).toMatchObject({
      to: jonasLindqvist.email,
      attempts: 1,
      lastError: expect.stringContaining('Not now'),
    });
    for (let day = 1; day <= 10; day += 1) await later(day * 2 * 86_400_000);
    const [dead] = await deliveries('dead');
    expect(dead).toMatchObject({ id: waiting.id, attempts: 8, state: 'dead' });
    office.refusal = null;
    expect((await desk.hana.post(`/mail-deliveries/${dead.id}/retry`)).body.state).toBe('waiting');
    await later();
    expect(office.received.map(({ to }) => to)).toContain(jonasLindqvist.email);
    expect((await jonas.voice.get('/mail-deliveries')).status).toBe(403);
  });

  test('for good is given up at once', async () => {
    office.refuse(550);
    await log({ ownerId: jonas.personId });
    await later();
    expect((await deliveries('dead'))[0]).toMatchObject({ attempts: 1 });
  });

  test('and is withheld when its reader lost sight of it meanwhile', async () => {
    office.refuse(451);
    const { key } = await log({ visibility: 'restricted', visibleTo: [mateus.personId] });
    await later();
    const { version } = (await desk.hana.get(`/incidents/${key}`)).body;
    await desk.hana.patch(`/incidents/${key}`, { visibleTo: [] }, version);
    office.refusal = null;
    office.received = [];
    await later(3_600_000);
    expect(office.received.filter(({ to }) => to === mateusCarvalho.email)).toEqual([]);
    expect((await deliveries('withheld')).map(({ to }: { to: string }) => to)).toContain(
      mateusCarvalho.email,
    );
  });
});

test('where no mail is configured it says so and keeps none', async () => {
  const quiet = await startTestApi();
  try {
    const there = await setUpNorthwind(quiet);
    const friend = await join(quiet, there, jonasLindqvist);
    await there.hana.post('/incidents', { title: 'Quiet', ownerId: friend.personId });
    await quiet.workOff();
    expect((await friend.voice.get('/notifications')).body.items).toHaveLength(1);
    expect((await friend.voice.get('/notification-preferences')).body.mailTo).toBeNull();
    expect((await there.hana.get('/mail-deliveries')).body).toMatchObject({ items: [], configured: false });
    const client = new pg.Client({ connectionString: quiet.databaseUrl });
    await client.connect();
    expect((await client.query('SELECT FROM mail_delivery')).rowCount).toBe(0);
    await client.end();
  } finally {
    await quiet.stop();
  }
});

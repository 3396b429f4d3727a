import { ChangeStream } from './change-stream.js';
import {
  amaraOkafor,
  browser,
  type Colleague,
  type Desk,
  join,
  jonasLindqvist,
  setUpNorthwind,
} from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
/** A second process on the same database. */
let other: TestApi;
let desk: Desk;
let jonas: Colleague;
let amara: Colleague;
beforeAll(async () => {
  api = await startTestApi();
  other = await startTestApi({ databaseUrl: api.databaseUrl });
  desk = await setUpNorthwind(api);
  jonas = await join(api, desk, jonasLindqvist);
  amara = await join(api, desk, amaraOkafor);
});
afterAll(async () => {
  await other.stop();
  await api.stop();
});

const headersOf = ({ cookie }: { cookie: string }) => ({
  cookie,
  'sec-fetch-site': 'same-origin',
  'plumbline-workspace': 'northwind',
});
const log = async (more: object = {}) =>
  (await desk.hana.post('/incidents', { title: 'Feed ranker buys session time', ...more })).body
    .key as string;
const look = (voice: Colleague['voice'], key: string) => voice.put(`/incidents/${key}/presence`, undefined);
const names = ({ people }: { people: { name: string }[] }) => people.map(({ name }) => name);

test('who looks at an incident is told to the others, over two processes, and when they leave', async () => {
  const key = await log();
  const stream = await ChangeStream.open(other, headersOf(amara));
  expect(names((await look(jonas.voice, key)).body)).toEqual(['Jonas Lindqvist']);
  expect(await stream.nextPresence()).toMatchObject({ incident: key, people: [{ name: 'Jonas Lindqvist' }] });
  const there = browser(other, desk.cookie, 'northwind');
  await look(there, key);
  expect(names(await stream.nextPresence())).toEqual(['Jonas Lindqvist', 'Hana Sato']);
  await jonas.voice.delete(`/incidents/${key}/presence`);
  expect(names(await stream.nextPresence())).toEqual(['Hana Sato']);
  stream.close();
});

test('who may not see an incident does not learn that somebody looks at it', async () => {
  const hidden = await log({ visibility: 'restricted' });
  const shown = await log();
  const stream = await ChangeStream.open(api, headersOf(amara));
  await look(desk.hana, hidden);
  await look(desk.hana, shown);
  expect((await stream.nextPresence()).incident).toBe(shown);
  expect((await look(amara.voice, hidden)).status).toBe(404);
  stream.close();
});

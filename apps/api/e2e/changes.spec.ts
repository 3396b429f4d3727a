import { once } from 'node:events';
import { connect } from 'node:net';
import type { Change } from '@plumbline/shared/contract/change';
import { ChangeStream } from './change-stream.js';
import {
  amaraOkafor,
  join,
  jonasLindqvist,
  mateusCarvalho,
  setUpNorthwind,
  type Colleague,
  type Desk,
} from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let jonas: Colleague;
let amara: Colleague;
let mateus: Colleague;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  jonas = await join(api, desk, jonasLindqvist);
  amara = await join(api, desk, amaraOkafor);
  mateus = await join(api, desk, mateusCarvalho);
});
afterAll(() => api.stop());

type Headers = Record<string, string>;
const headersOf = ({ cookie }: { cookie: string }): Headers => ({
  cookie,
  'sec-fetch-site': 'same-origin',
  'plumbline-workspace': 'northwind',
});
const end = async (): Promise<number> => (await desk.hana.get('/changes')).body.next as number;
const log = async (title: string, more: object = {}): Promise<string> =>
  (await desk.hana.post('/incidents', { title, ...more })).body.key as string;
const told = (changes: Change[]): string[] => changes.map(({ verb, incident }) => `${incident} ${verb}`);

test('a script continues after the last number it knows', async () => {
  const start = await end();
  const key = await log('The agent pads its answers');
  await desk.hana.post(`/incidents/${key}/moves`, { verb: 'accept' });
  const first = await desk.script.get(`/changes?after=${start}&limit=1`);
  expect(told(first.body.items)).toEqual([`${key} incident.logged`]);
  expect(first.body.more).toBe(true);
  const rest = await desk.script.get(`/changes?after=${first.body.next}`);
  expect(told(rest.body.items)).toEqual([`${key} incident.accept`]);
  expect(rest.body).toMatchObject({ more: false, next: start + 2 });
});

test('of what is no incident only the kind is told', async () => {
  const start = await end();
  await desk.hana.post('/teams', { name: 'Ranking' });
  const { items } = (await desk.hana.get(`/changes?after=${start}`)).body;
  expect(items).toEqual([
    {
      seq: start + 1,
      at: expect.any(String),
      kind: 'team',
      verb: null,
      incident: null,
      version: null,
      by: null,
    },
  ]);
});

test('a page that is open hears of a change right after its commit', async () => {
  const stream = await ChangeStream.open(api, headersOf(mateus));
  const { headers } = stream.response;
  expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(headers.get('x-accel-buffering')).toBe('no');
  expect(headers.get('content-encoding')).toBeNull();
  const key = await log('Judge prefers long answers');
  expect(await stream.next()).toMatchObject({
    kind: 'incident',
    verb: 'incident.logged',
    incident: key,
    by: { name: 'Hana Sato' },
  });
  await jonas.voice.post(`/incidents/${key}/moves`, { verb: 'accept' });
  expect(await stream.next()).toMatchObject({ verb: 'incident.accept', incident: key, version: 2 });
  stream.close();
});

test('one who comes back is told what was missed', async () => {
  const start = await end();
  const keys = [await log('First of two'), await log('Second of two')];
  const stream = await ChangeStream.open(api, { ...headersOf(amara), 'last-event-id': String(start) });
  expect([(await stream.next()).incident, (await stream.next()).incident]).toEqual(keys);
  stream.close();
});

test('a restricted incident passes by whoever may not see it, in the list and in the stream', async () => {
  const start = await end();
  const stream = await ChangeStream.open(api, headersOf(mateus));
  const hidden = await log('Shutdown was avoided', { visibility: 'restricted' });
  const open = await log('Seen by all');
  expect((await stream.next()).incident).toBe(open);
  stream.close();
  const outsider = (await mateus.voice.get(`/changes?after=${start}`)).body;
  expect(told(outsider.items)).toEqual([`${open} incident.logged`]);
  const administrator = (await desk.hana.get(`/changes?after=${start}`)).body;
  expect(told(administrator.items)).toEqual([`${hidden} incident.logged`, `${open} incident.logged`]);
  expect(administrator.next).toBe(outsider.next);
});

test('a second process on the same database tells its readers too', async () => {
  const second = await startTestApi({ databaseUrl: api.databaseUrl });
  const stream = await ChangeStream.open(second, headersOf(mateus));
  const key = await log('Written at the first, read at the second');
  expect((await stream.next()).incident).toBe(key);
  stream.close();
  await second.stop();
});

test('shutting down ends the streams, so that nothing holds the drain', async () => {
  const second = await startTestApi({ databaseUrl: api.databaseUrl });
  const stream = await ChangeStream.open(second, headersOf(mateus));
  const ended = stream.ended();
  await second.stop();
  expect(await ended).toBe(true);
});

test('a connection that was opened ahead of need does not hold the drain', async () => {
  const second = await startTestApi({ databaseUrl: api.databaseUrl });
  const socket = connect(Number(new URL(second.url).port), '127.0.0.1');
  await once(socket, 'connect');
  // The server knows the connection once it has answered another one.
  await fetch(`${second.url}/health/live`);
  const closed = once(socket, 'close');
  await second.stop();
  expect(await closed).toEqual([false]);
});

test.each([
  ['no number', 'after=soon'],
  ['before the beginning', 'after=-1'],
  ['more than a page', 'limit=501'],
])('a question with %s gets a sentence', async (_, query) => {
  const answer = await desk.hana.get(`/changes?${query}`);
  expect(answer.status).toBe(400);
  expect(answer.body.code).toBe('request/invalid');
});

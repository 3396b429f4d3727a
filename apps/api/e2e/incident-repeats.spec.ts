import pg from 'pg';
import { setUpNorthwind, type Answer, type Desk } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
});
afterAll(() => api.stop());

const log = (title: string, key: string): Promise<Answer> =>
  desk.script.post('/incidents', { title }, { 'idempotency-key': key });
const count = async (): Promise<number> => (await desk.hana.get('/incidents/count')).body.count;

test('a repeated request gets the first answer again and logs nothing twice', async () => {
  const first = await log('Sent over a bad line', 'retry-1');
  const again = await log('Sent over a bad line', 'retry-1');
  expect(first.status).toBe(201);
  expect(again).toMatchObject({ status: 201, body: first.body });
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(first.headers.get('idempotency-replayed')).toBeNull();
  expect(await count()).toBe(1);
});

test('the same key with another body is refused', async () => {
  const answer = await log('Something else', 'retry-1');
  expect(answer).toMatchObject({ status: 422, body: { code: 'idempotency/reused' } });
});

test('keys of different credentials do not meet', async () => {
  const answer = await desk.hana.post('/incidents', { title: 'Mine' }, { 'idempotency-key': 'retry-1' });
  expect(answer.status).toBe(201);
});

test('a failed attempt is not kept: mended, it may use its key', async () => {
  expect((await log('', 'retry-2')).status).toBe(400);
  expect((await log('Mended', 'retry-2')).status).toBe(201);
});

test('while the first attempt runs, the second is told so; afterwards it gets the answer', async () => {
  const holder = new pg.Client({ connectionString: api.databaseUrl });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM workspace_counter WHERE workspace_id = $1 FOR UPDATE', [desk.workspaceId]);
  const attempts = [log('Slow', 'retry-3'), log('Slow', 'retry-3')];
  const refused = await Promise.race(attempts);
  expect(refused).toMatchObject({ status: 409, body: { code: 'idempotency/in-flight' } });
  expect(refused.headers.get('retry-after')).toBe('1');
  await holder.query('COMMIT');
  await holder.end();
  const statuses = (await Promise.all(attempts)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([201, 409]);
  expect((await log('Slow', 'retry-3')).headers.get('idempotency-replayed')).toBe('true');
});

test('moves and comments may be repeated in the same way', async () => {
  const { key } = (await log('Moved twice', 'retry-4')).body;
  const headers = { 'idempotency-key': 'retry-5' };
  for (const _ of [1, 2]) {
    expect((await desk.script.post(`/incidents/${key}/moves`, { verb: 'accept' }, headers)).status).toBe(200);
    const said = await desk.script.post(
      `/incidents/${key}/comments`,
      { body: 'Once' },
      { 'idempotency-key': 'c-1' },
    );
    expect(said.status).toBe(201);
  }
  expect((await desk.hana.get(`/incidents/${key}/comments`)).body.items).toHaveLength(1);
});

test.each([
  ['a blank', 'a b'],
  ['201 characters', 'k'.repeat(201)],
])('a key with %s is refused', async (_, key) => {
  expect((await log('Odd key', key)).status).toBe(400);
});

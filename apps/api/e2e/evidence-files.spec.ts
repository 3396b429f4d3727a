import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import pg from 'pg';
import { amaraOkafor, type Colleague, type Desk, join, jonasLindqvist, setUpNorthwind } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let api: TestApi;
let desk: Desk;
let jonas: Colleague;
let amara: Colleague;
let database: pg.Client;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  jonas = await join(api, desk, jonasLindqvist);
  amara = await join(api, desk, amaraOkafor);
  database = new pg.Client({ connectionString: api.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
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

async function send(key: string, bytes: Buffer, name = 'gap.png', more: Record<string, string> = {}) {
  const answer = await fetch(
    `${api.url}/api/v1/incidents/${key}/evidence/files?name=${encodeURIComponent(name)}`,
    {
      method: 'POST',
      headers: { ...headersOf(jonas), 'content-type': 'application/octet-stream', ...more },
      body: new Uint8Array(bytes),
    },
  );
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
}
const load = (key: string, id: string, by: { cookie: string } = jonas) =>
  fetch(`${api.url}/api/v1/incidents/${key}/evidence/${id}/file`, { headers: headersOf(by) });
const kept = async (): Promise<number> => (await database.query('SELECT FROM evidence_file')).rowCount!;

test('a file is kept byte by byte, listed with size and hash, and comes back as an attachment', async () => {
  const key = await log();
  const sent = await send(key, png, 'gap "in"/November ü.png');
  const sha256 = createHash('sha256').update(png).digest('hex');
  expect(sent).toMatchObject({
    status: 201,
    body: {
      kind: 'file',
      title: 'gap "in"/November ü.png',
      file: { mediaType: 'image/png', size: png.length, sha256 },
    },
  });
  const { items } = (await desk.hana.get(`/incidents/${key}/evidence`)).body;
  expect(items).toEqual([{ ...(sent.body as object), mine: false }]);
  const file = await load(key, sent.body.id!);
  expect(Buffer.from(await file.arrayBuffer())).toEqual(png);
  expect(file.headers.get('content-type')).toBe('image/png');
  expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  expect(file.headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''gap%20%22in%22_November%20%C3%BC.png",
  );
  // A picture on the page names its workspace in the address.
  const { cookie } = jonas;
  const address = `${api.url}/api/v1/incidents/${key}/evidence/${sent.body.id}/file?workspace=northwind`;
  expect((await fetch(address, { headers: { cookie, 'sec-fetch-site': 'same-origin' } })).status).toBe(200);
});

test('a page of somebody else is text here, whatever it is called', async () => {
  const key = await log();
  const { body } = await send(key, Buffer.from('<script>alert(1)</script>'), 'page.html');
  expect((await load(key, body.id!)).headers.get('content-type')).toBe('text/plain; charset=utf-8');
});

test('what is empty, too large, of another kind or without a name is refused and leaves nothing', async () => {
  const key = await log();
  const before = await kept();
  expect((await send(key, Buffer.alloc(0))).status).toBe(400);
  expect((await send(key, Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))).status).toBe(413);
  const program = await send(key, Buffer.from('7f454c46020101000000000000000000', 'hex'), 'gap.png');
  expect(program).toMatchObject({ status: 415, body: { detail: expect.stringContaining('PNG') } });
  expect((await send(key, png, '')).status).toBe(400);
  expect((await send('INC-99999', png)).status).toBe(404);
  expect(await kept()).toBe(before);
});

test('ten megabytes are taken', async () => {
  const key = await log();
  expect((await send(key, Buffer.alloc(10 * 1024 * 1024, 'a'), 'rows.csv')).status).toBe(201);
});

test('a file sent twice with one key is kept once', async () => {
  const key = await log();
  const before = await kept();
  const [one, two] = [
    await send(key, png, 'gap.png', { 'idempotency-key': 'once' }),
    await send(key, png, 'gap.png', { 'idempotency-key': 'once' }),
  ];
  expect(two.body).toEqual(one.body);
  expect(await kept()).toBe(before + 1);
  expect((await send(key, Buffer.from('other'), 'gap.png', { 'idempotency-key': 'once' })).status).toBe(422);
});

test('an upload that breaks off leaves nothing', async () => {
  const key = await log();
  const before = await kept();
  const { hostname, port } = new URL(api.url);
  const socket = connect(Number(port), hostname);
  const head = Object.entries({ ...headersOf(jonas), 'content-type': 'application/octet-stream' })
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n');
  socket.write(
    `POST /api/v1/incidents/${key}/evidence/files?name=gap.png HTTP/1.1\r\nhost: ${hostname}\r\n${head}\r\ncontent-length: ${png.length}\r\n\r\n`,
  );
  socket.write(png.subarray(0, 20));
  await new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
    socket.end(() => socket.destroy());
  });
  expect((await desk.hana.get(`/incidents/${key}/evidence`)).body.items).toEqual([]);
  expect(await kept()).toBe(before);
});

test('removing the evidence removes its bytes, and its name from the record', async () => {
  const key = await log();
  const { body } = await send(key, png, 'zanzibar.png');
  const before = await kept();
  await jonas.voice.delete(`/incidents/${key}/evidence/${body.id}`);
  expect(await kept()).toBe(before - 1);
  expect((await load(key, body.id!)).status).toBe(404);
  expect(JSON.stringify((await desk.hana.get(`/incidents/${key}/activity`)).body)).not.toContain('zanzibar');
});

test('a file of a restricted incident is found by nobody else, nor by the key of another incident', async () => {
  const hers = await log({ visibility: 'restricted', visibleTo: [jonas.personId] });
  const { body } = await send(hers, png);
  expect((await load(hers, body.id!)).status).toBe(200);
  expect((await load(hers, body.id!, amara)).status).toBe(404);
  expect((await load(await log(), body.id!, amara)).status).toBe(404);
});

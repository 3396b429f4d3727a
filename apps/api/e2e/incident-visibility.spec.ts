import { amaraOkafor, join, jonasLindqvist, mateusCarvalho, setUpNorthwind } from './cast.js';
import type { Colleague, Desk } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let jonas: Colleague;
let amara: Colleague;
let mateus: Colleague;
let teamId: string;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  teamId = (await desk.hana.post('/teams', { name: 'Feed quality' })).body.id;
  jonas = await join(api, desk, { ...jonasLindqvist, teamIds: [teamId] });
  amara = await join(api, desk, amaraOkafor);
  mateus = await join(api, desk, mateusCarvalho);
});
afterAll(() => api.stop());

const log = async (given: object): Promise<string> =>
  (await desk.hana.post('/incidents', { title: 'Quiet matter', ...given })).body.key;

/** Who of Jonas (in the team), Amara and Mateus sees it, in every place where incidents show. */
async function seenBy(key: string): Promise<string[]> {
  const seen: string[] = [];
  for (const [name, { voice }] of Object.entries({ jonas, amara, mateus })) {
    const places = [
      (await voice.get(`/incidents/${key}`)).status === 200,
      (await voice.get(`/incidents/${key}/comments`)).status === 200,
      (await voice.get(`/incidents/${key}/activity`)).status === 200,
      (await voice.get('/incidents?q=quiet')).body.items.some((row: { key: string }) => row.key === key),
      (await voice.get('/incidents/similar?title=Quiet+matter')).body.items.some(
        (row: { key: string }) => row.key === key,
      ),
    ];
    expect(new Set(places).size).toBe(1);
    if (places[0]) seen.push(name);
  }
  return seen;
}

test.each<[string, () => object, string[]]>([
  ['workspace', () => ({}), ['jonas', 'amara', 'mateus']],
  ['team', () => ({ visibility: 'team', teamId }), ['jonas']],
  ['restricted', () => ({ visibility: 'restricted' }), []],
  ['restricted to one', () => ({ visibility: 'restricted', visibleTo: [mateus.personId] }), ['mateus']],
  ['restricted, with an owner', () => ({ visibility: 'restricted', ownerId: amara.personId }), ['amara']],
])('%s', async (_, given, seen) => {
  const key = await log(given());
  expect(await seenBy(key)).toEqual(seen);
  const titles = (await desk.script.get('/incidents?q=quiet')).body.items as { key: string }[];
  expect(titles.some((row) => row.key === key)).toBe(seen.length === 3);
  await desk.hana.patch(`/incidents/${key}`, { title: 'Over' }, 1);
});

test('nobody relates to, or names as original, what they do not see', async () => {
  const hidden = await log({ visibility: 'restricted' });
  const open = await log({});
  const link = await amara.voice.post(`/incidents/${open}/links`, { kind: 'caused_by', to: hidden });
  const move = await jonas.voice.post(`/incidents/${open}/moves`, { verb: 'mark_duplicate', of: hidden });
  expect([link.status, move.status]).toEqual([422, 422]);
  await desk.hana.post(`/incidents/${open}/links`, { kind: 'caused_by', to: hidden });
  expect((await amara.voice.get(`/incidents/${open}/links`)).body.items).toEqual([]);
});

test('nobody locks themselves out, whether logging or editing', async () => {
  const answer = await desk.script.post('/incidents', { title: 'x', visibility: 'restricted' });
  expect(answer.status).toBe(400);
  const key = await log({});
  const edit = await jonas.voice.patch(`/incidents/${key}`, { visibility: 'restricted' }, 1);
  expect(edit).toMatchObject({ status: 400, body: { detail: expect.stringContaining('yourself') } });
  expect((await desk.hana.get(`/incidents/${key}`)).body.visibility).toBe('workspace');
});

describe('rights', () => {
  test('reporters edit what they reported or own, triagers everything, viewers nothing', async () => {
    const key = await log({});
    const refused = await amara.voice.patch(`/incidents/${key}`, { lesson: 'x' }, 1);
    expect(refused).toMatchObject({ status: 403, body: { detail: expect.stringContaining('triager') } });
    expect((await mateus.voice.patch(`/incidents/${key}`, { lesson: 'x' }, 1)).status).toBe(403);
    expect((await jonas.voice.patch(`/incidents/${key}`, { ownerId: amara.personId }, 1)).status).toBe(200);
    expect((await amara.voice.patch(`/incidents/${key}`, { lesson: 'x' }, 2)).status).toBe(200);
    expect((await amara.voice.get(`/incidents/${key}`)).body.may).toEqual({
      edit: true,
      triage: false,
      comment: true,
    });
  });

  test('who is not or no longer a member cannot be named', async () => {
    const gone = await join(api, desk, { name: 'Ana Souza', email: 'ana@example.org', role: 'reporter' });
    const key = await log({ ownerId: gone.personId });
    await desk.hana.delete(`/members/${gone.personId}`);
    const kept = await desk.hana.patch(
      `/incidents/${key}`,
      { title: 'Still hers', ownerId: gone.personId },
      1,
    );
    expect(kept.status).toBe(200);
    for (const given of [{ ownerId: gone.personId }, { visibleTo: [gone.personId] }]) {
      const answer = await desk.hana.post('/incidents', { title: 'New', ...given });
      expect(answer).toMatchObject({ status: 422, body: { detail: expect.stringContaining('member') } });
    }
  });
});

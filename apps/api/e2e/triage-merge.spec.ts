import { type Answer, type Colleague, type Desk, join, jonasLindqvist, setUpNorthwind } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let jonas: Colleague;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  jonas = await join(api, desk, jonasLindqvist);
});
afterAll(() => api.stop());

const logged = async (given: object = {}): Promise<string> =>
  (await desk.hana.post('/incidents', { title: 'Clicks rise, joy falls', ...given })).body.key;
const move = (key: string, body: object, who = desk.hana): Promise<Answer> =>
  who.post(`/incidents/${key}/moves`, body);
const merge = (key: string, of: string, who = desk.hana): Promise<Answer> =>
  move(key, { verb: 'mark_duplicate', of }, who);
const items = async (path: string, who = desk.hana) => (await who.get(path)).body.items as never[];
const bodies = async (key: string, who = desk.hana): Promise<[string, string | null][]> =>
  (await items(`/incidents/${key}/comments`, who)).map(({ body, from }) => [body, from]);

/** An incident with a comment, evidence and a relation of its own. */
async function told(title: string, given: object = {}): Promise<string> {
  const key = await logged({ title, ...given });
  await desk.hana.post(`/incidents/${key}/comments`, { body: `Said about ${title}` });
  await desk.hana.post(`/incidents/${key}/evidence`, {
    kind: 'link',
    title,
    content: 'https://example.org/1',
  });
  const cause = await logged({ title: `Cause of ${title}` });
  await desk.hana.post(`/incidents/${key}/links`, { kind: 'caused_by', to: cause });
  return key;
}

test('an original shows what its duplicates have, names where it is from, and gives it back when they are parted', async () => {
  const [original, duplicate] = [await told('one'), await told('other')];
  expect((await merge(duplicate, original)).body).toMatchObject({ duplicateOf: original });
  expect(await bodies(original)).toEqual([
    ['Said about one', null],
    ['Said about other', duplicate],
  ]);
  expect(await items(`/incidents/${original}/evidence`)).toMatchObject([
    { title: 'one', from: null },
    { title: 'other', from: duplicate },
  ]);
  const kinds = (await items(`/incidents/${original}/links`)).map(({ kind, outgoing }) => [kind, outgoing]);
  expect(kinds).toEqual([
    ['caused_by', true],
    ['caused_by', true],
    ['duplicate_of', false],
  ]);

  await move(duplicate, { verb: 'reconsider' });
  expect(await bodies(original)).toEqual([['Said about one', null]]);
  expect(await bodies(duplicate)).toEqual([['Said about other', null]]);
  expect(await items(`/incidents/${original}/links`)).toHaveLength(1);
  const acts = (await items(`/incidents/${original}/activity`)).map(({ verb }) => verb);
  expect(acts.slice(0, 2)).toEqual(['incident.parted', 'incident.merged']);
});

test('a chain of duplicates ends at the one original', async () => {
  const [first, second, third] = [await told('first'), await told('second'), await told('third')];
  await merge(third, second);
  await merge(second, first);
  expect((await bodies(first)).map(([, from]) => from)).toEqual([null, second, third]);
});

test('undoing a merge gives everything back too', async () => {
  const [original, duplicate] = [await told('kept'), await told('undone')];
  const { version } = (await merge(duplicate, original)).body;
  expect((await desk.hana.post(`/incidents/${duplicate}/undo`, { version })).body).toMatchObject({
    triageState: 'pending',
    duplicateOf: null,
  });
  expect(await bodies(original)).toEqual([['Said about kept', null]]);
});

test('once parted, no key merges them again and they are no longer similar; a person may merge them', async () => {
  const [original, duplicate] = [
    await logged({ title: 'Rewards for silence' }),
    await logged({ title: 'Rewards for silence' }),
  ];
  const similar = async () =>
    (await items(`/incidents/similar?title=Rewards+for+silence&except=${duplicate}`)).map(({ key }) => key);
  expect(await similar()).toContain(original);
  await merge(duplicate, original, desk.script);
  await move(duplicate, { verb: 'reconsider' });
  expect(await similar()).not.toContain(original);
  expect(await merge(duplicate, original, desk.script)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('not the same') },
  });
  expect((await merge(duplicate, original)).status).toBe(200);
  expect((await move(duplicate, { verb: 'reconsider' })).status).toBe(200);
});

test('what was said about a restricted duplicate stays with those who may see it', async () => {
  const [original, duplicate] = [await told('open'), await told('closed', { visibility: 'restricted' })];
  await merge(duplicate, original);
  expect((await bodies(original)).map(([body]) => body)).toContain('Said about closed');
  for (const part of ['comments', 'evidence', 'links', 'activity'])
    expect(JSON.stringify(await items(`/incidents/${original}/${part}`, jonas.voice))).not.toMatch(
      new RegExp(`closed|${duplicate}"`),
    );
});

test('what was said under a duplicate can be rewritten and removed through the original, everywhere', async () => {
  const [original, duplicate] = [await told('here'), await told('there')];
  await merge(duplicate, original);
  const comment = (await items(`/incidents/${original}/comments`)).at(-1)! as { id: string };
  const at = `/incidents/${original}/comments/${comment.id}`;
  expect((await desk.hana.patch(at, { body: 'Rewritten' }, 1)).body).toMatchObject({
    body: 'Rewritten',
    from: duplicate,
  });
  expect((await desk.hana.delete(at)).status).toBe(204);
  const record = JSON.stringify([
    await items(`/incidents/${original}/activity`),
    await items(`/incidents/${duplicate}/activity`),
  ]);
  expect(record).not.toMatch(/Rewritten|Said about there/);
  expect(await items(`/incidents?q=Rewritten`)).toEqual([]);
  const evidence = (await items(`/incidents/${original}/evidence`)).at(-1)! as { id: string };
  expect((await desk.hana.delete(`/incidents/${original}/evidence/${evidence.id}`)).status).toBe(204);
  expect(await items(`/incidents/${duplicate}/evidence`)).toEqual([]);
});

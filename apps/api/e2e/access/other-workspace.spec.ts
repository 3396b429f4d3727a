import type { Route } from '@plumbline/shared/contract/route';
import { allScopes, browser, join } from '../cast.js';
import { LivingExamples } from './living-examples.js';
import { allRoutes, exampleCall, sendCall, type Substitute } from './route-call.js';
import { Town } from './town.js';

// Hana runs two workspaces. Southwind is full of things; Northwind has its people and nothing else. Whoever names
// something of Southwind while in Northwind finds nothing there, not even Hana, who may see both.
let town: Town;
const southwind = new LivingExamples();
/** One real id of Southwind from each table. */
let ids: string[];
let inSouthwind: () => Promise<Record<string, string>>;

beforeAll(async () => {
  town = await Town.build();
  await town.desk.hana.post('/workspaces', { name: 'Southwind' });
  const hana = browser(town.api, town.desk.cookie, 'southwind');
  await join(town.api, { hana }, { name: 'Priya Raman', email: 'priya@example.org', role: 'viewer' });
  inSouthwind = async () => ({ ...(await town.browserOf('admin')), 'plumbline-workspace': 'southwind' });
  await southwind.tell(town.api, await inSouthwind());
  ids = await idsOfSouthwind();
});
afterAll(() => town.stop());

async function idsOfSouthwind(): Promise<string[]> {
  const tables = await town.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name IN ('workspace_id', 'id')
      GROUP BY table_name HAVING count(*) = 2 ORDER BY table_name`,
  );
  const one = tables.map(
    ({ name }) => `(SELECT id FROM "${name}" WHERE workspace_id = w.id ORDER BY id LIMIT 1)`,
  );
  const priya = `(SELECT id FROM person WHERE email = 'priya@example.org')`;
  const [row] = await town.query<{ ids: (string | null)[] }>(
    `SELECT ARRAY[${[...one, priya].join(', ')}] AS ids FROM workspace w WHERE w.slug = 'southwind'`,
  );
  return row!.ids.filter((id) => id !== null);
}

const isId = (text: string): boolean => /^[0-9a-f]{8}-/.test(text);
const ofWorkspace = allRoutes.filter(({ access }) => typeof access === 'object');
const pointing = ofWorkspace.filter(({ path }) => path.includes(':'));
const keysOf = ({ access }: Route) =>
  typeof access === 'object' && access.scope !== null ? [{ scopes: [access.scope] }] : [];

/** Every way to point at Southwind: the ids that the example stands for, then each id of it in each place. */
function pointers(route: Route): Substitute[] {
  const params = Object.values((route.example.params ?? {}) as Record<string, string>);
  const sweeps = params
    .filter(isId)
    .flatMap((place) =>
      ids.map((id) => (text: string) => (text === place ? id : southwind.substitute(text))),
    );
  return [southwind.substitute, ...sweeps];
}

/** The statuses that a route answers to these pointers. */
async function answers(
  route: Route,
  headers: Record<string, string>,
  towards = pointers(route),
): Promise<number[]> {
  const sent = towards.map((pointer) => sendCall(exampleCall(town.api, route, pointer), headers));
  return [...new Set((await Promise.all(sent)).map(({ status }) => status))];
}

test('Southwind is full, and its things can be read by their ids from within', async () => {
  const readable: string[] = [];
  for (const route of pointing.filter(({ method }) => method === 'GET'))
    if ((await answers(route, await inSouthwind())).includes(200)) readable.push(route.key);
  expect(readable).toEqual(
    expect.arrayContaining([
      'GET /systems/:system',
      'GET /systems/:system/runs',
      'GET /objectives/:id',
      'GET /metrics/:metric',
      'GET /metrics/:metric/series',
      'GET /pairs/:id',
      'GET /incidents/:key',
      'GET /incidents/:key/comments',
      'GET /incidents/:key/activity',
    ]),
  );
});

test.each(pointing.map((route) => [route.key, route] as const))(
  '%s finds nothing of another workspace',
  async (_, route) => {
    const before = await stateOfSouthwind();
    expect(await answers(route, await town.browserOf('admin'))).toEqual([404]);
    for (const traits of keysOf(route))
      expect(await answers(route, await town.scriptOf(traits), [southwind.substitute])).toEqual([404]);
    expect(await stateOfSouthwind()).toBe(before);
  },
);

/** Every change stands in the record, so its length is enough. */
async function stateOfSouthwind(): Promise<string> {
  const [row] = await town.query<{ seq: string }>(
    `SELECT activity_seq AS seq FROM workspace_counter WHERE workspace_id =
       (SELECT id FROM workspace WHERE slug = 'southwind')`,
  );
  return row!.seq;
}

test('no list of Northwind holds anything of Southwind', async () => {
  const lists = ofWorkspace.filter(({ method, path }) => method === 'GET' && !path.includes(':'));
  const leaks: string[] = [];
  for (const route of lists)
    for (const headers of [await town.browserOf('admin'), await town.scriptOf({ scopes: allScopes })]) {
      const text = JSON.stringify((await sendCall(exampleCall(town.api, route), headers)).body);
      for (const id of ids) if (text.includes(id)) leaks.push(`${route.key}: ${id}`);
    }
  expect(leaks).toEqual([]);
});

describe('what Northwind writes cannot refer to Southwind', () => {
  const of = (place: string): string => southwind.substitute(`0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8${place}`);
  const title = { title: 'A pointer across' };

  test.each<[string, string, () => object]>([
    ['the team of a system', '/systems', () => ({ key: 'x', name: 'X', ownerTeamId: of('b06') })],
    ['the teams of an invitation', '/invitations', () => ({ email: 'x@example.org', teamIds: [of('b06')] })],
    ['the team of an incident', '/incidents', () => ({ ...title, teamId: of('b06') })],
    ['the objective of an incident', '/incidents', () => ({ ...title, objectiveId: of('a20') })],
    ['the metrics of an incident', '/incidents', () => ({ ...title, metricIds: [of('a31')] })],
    ['the pairs of an incident', '/incidents', () => ({ ...title, pairIds: [of('a40')] })],
    ['the owner of an incident', '/incidents', () => ({ ...title, ownerId: ids.at(-1) })],
    [
      'who may see an incident',
      '/incidents',
      () => ({ ...title, visibility: 'restricted', visibleTo: [ids.at(-1)] }),
    ],
    [
      'the system of a metric',
      '/metrics',
      () => ({ system: 'feed-ranker', key: 'm', name: 'M', role: 'proxy' }),
    ],
  ])('%s', async (_, path, body) => {
    const answer = await town.desk.hana.post(path, body());
    expect([400, 404, 422]).toContain(answer.status);
    expect(answer.body.detail).toMatch(/(not exist|no such|is no|not see|unknown|not a member)/);
  });
});

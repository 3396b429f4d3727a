import type { Route } from '@plumbline/shared/contract/route';
import type { WorkspaceRole } from '@plumbline/shared/taxonomy/values';
import { allScopes } from '../cast.js';
import { LivingExamples } from './living-examples.js';
import { allRoutes, exampleCall, sendCall } from './route-call.js';
import { roles, Town } from './town.js';

// Northwind is full of ordinary things, and has two incidents that are not for everybody: one restricted to Hana and
// the people she names, one for a team. Whoever is outside must not learn that they exist, by any route.
let town: Town;
const northwind = new LivingExamples();
let restricted: string;
let forTeam: string;

/** Words that only stand in the two incidents, and would give them away. */
const secret = 'Zanzibar';

beforeAll(async () => {
  town = await Town.build();
  const { hana } = town.desk;
  await northwind.tell(town.api, await town.browserOf('admin'));
  const team = (await hana.post('/teams', { name: 'Red team' })).body.id as string;
  await hana.put(`/teams/${team}/members/${town.people.reporter}`, undefined);
  const log = async (incident: object) => (await hana.post('/incidents', incident)).body.key as string;
  restricted = await log({ ...story('alone'), visibility: 'restricted' });
  forTeam = await log({ ...story('together'), visibility: 'team', teamId: team });
  await talkAbout(restricted);
  await talkAbout(forTeam);
});
afterAll(() => town.stop());

const story = (which: string) => ({
  title: `${secret} ${which}`,
  description: `${secret} in the description`,
  tags: [secret.toLowerCase()],
  severity: 'sev1',
});

/** Comments, evidence and a relation to an incident that everybody sees. */
async function talkAbout(key: string): Promise<void> {
  const { hana } = town.desk;
  await hana.post(`/incidents/${key}/comments`, { body: `${secret} in a comment` });
  await hana.post(`/incidents/${key}/evidence`, {
    kind: 'transcript',
    title: secret,
    content: `${secret} in a transcript`,
  });
  const open = northwind.substitute('INC-158');
  const linked = await hana.post(`/incidents/${open}/links`, { kind: 'similar_to', to: key });
  if (linked.status !== 201) throw new Error(JSON.stringify(linked.body));
}

/** An incident that everybody sees, of which the restricted one is the original. */
async function logDuplicate(): Promise<string> {
  const { hana } = town.desk;
  const { key } = (await hana.post('/incidents', { title: 'The same once more' })).body;
  const { version } = (await hana.get(`/incidents/${key}`)).body;
  await hana.post(
    `/incidents/${key}/moves`,
    { verb: 'mark_duplicate', of: restricted },
    { 'if-match': `"${version}"` },
  );
  return key as string;
}

type Outsider = [string, (route: Route) => Promise<Record<string, string>>];

const person = (role: WorkspaceRole): Outsider => [role, () => town.browserOf(role)];
const anyKey: Outsider = ['a key with every scope', () => town.scriptOf({ scopes: allScopes })];

const ofIncident = allRoutes.filter(
  ({ path, access }) => path.startsWith('/incidents/:key') && typeof access === 'object',
);
/**
 * Whom the role lets in finds nothing; a 403 would tell that there is something. The others are turned away before, and
 * so is every key where only people may.
 */
function unseenStatus({ access }: Route, name: string): number {
  const role = roles.find((each) => each === name);
  if (!role && typeof access === 'object' && access.scope === null) return 403;
  return typeof access === 'object' && roles.indexOf(role ?? 'admin') < roles.indexOf(access.role)
    ? 403
    : 404;
}

async function seenBy(key: string, [name, headers]: Outsider): Promise<string[]> {
  const seen: string[] = [];
  for (const route of ofIncident) {
    const substitute = (text: string) => (text === 'INC-158' ? key : northwind.substitute(text));
    const answer = await sendCall(exampleCall(town.api, route, substitute), await headers(route));
    if (answer.status !== unseenStatus(route, name) || JSON.stringify(answer.body).includes(secret))
      seen.push(`${route.key}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
  return seen;
}

describe('no route of an incident finds it', () => {
  test.each([person('viewer'), person('reporter'), person('triager'), anyKey])(
    'the restricted one, for %s',
    async (...outsider) => {
      expect(await seenBy(restricted, outsider)).toEqual([]);
    },
  );
  test.each([person('viewer'), person('triager'), anyKey])(
    'the one of a team, for %s',
    async (...outsider) => {
      expect(await seenBy(forTeam, outsider)).toEqual([]);
    },
  );
});

/** What every reading route tells someone, asked for the secret wherever it takes words. */
async function toldTo([, headers]: Outsider): Promise<string[]> {
  const telling: string[] = [];
  for (const route of allRoutes.filter(
    ({ method, access }) => method === 'GET' && typeof access === 'object',
  )) {
    const call = exampleCall(town.api, route, northwind.substitute);
    for (const url of [call.url, ...searches(route, call.url)]) {
      const text = JSON.stringify((await sendCall({ ...call, url }, await headers(route))).body);
      const gone = url.includes(secret) ? text.replaceAll(`"${secret}"`, '') : text;
      if (gone.includes(secret) || gone.includes(`"${restricted}"`)) telling.push(`${url}: ${text}`);
    }
  }
  return telling;
}

/** The same address without its filters, and once more for each of its parameters that takes free words. */
function searches(route: Route, url: string): string[] {
  const [plain] = url.split('?');
  const words = Object.keys(route.query?.shape ?? {}).filter((name) =>
    ['q', 'title', 'text', 'tag'].includes(name),
  );
  return [
    plain!,
    ...words.map((name) => `${plain}?${name}=${name === 'tag' ? secret.toLowerCase() : secret}`),
  ];
}

describe('no list, search, count, relation or record tells of it', () => {
  test.each([person('viewer'), person('triager'), anyKey])('%s', async (...outsider) => {
    expect(await toldTo(outsider)).toEqual([]);
  });

  test('a duplicate of it does not name it', async () => {
    const key = await logDuplicate();
    for (const path of ['', '/links', '/activity']) {
      const route = allRoutes.find((each) => each.key === `GET /incidents/:key${path}`)!;
      const call = exampleCall(town.api, route, (text) => (text === 'INC-158' ? key : text));
      const read = async (role: WorkspaceRole) =>
        JSON.stringify(await sendCall(call, await town.browserOf(role)));
      expect(await read('admin')).toContain(`"${restricted}"`);
      expect(await read('triager')).not.toContain(`"${restricted}"`);
    }
  });

  test('a count does not count it', async () => {
    const count = async (role: WorkspaceRole) => {
      const route = allRoutes.find(({ key }) => key === 'GET /incidents/count')!;
      const call = {
        ...exampleCall(town.api, route),
        url: `${town.api.url}/api/v1/incidents/count?q=${secret}`,
      };
      return (await sendCall(call, await town.browserOf(role))).body.count as number;
    };
    expect([await count('admin'), await count('reporter'), await count('triager')]).toEqual([2, 1, 0]);
  });
});

describe('whom it is for', () => {
  const reads = async (role: WorkspaceRole, key: string) => {
    const route = allRoutes.find((each) => each.key === 'GET /incidents/:key')!;
    const call = exampleCall(town.api, route, (text) => (text === 'INC-158' ? key : text));
    return (await sendCall(call, await town.browserOf(role))).status;
  };

  test('members of the team see theirs, administrators see all', async () => {
    expect(await reads('reporter', forTeam)).toBe(200);
    expect(await reads('reporter', restricted)).toBe(404);
    expect([await reads('admin', forTeam), await reads('admin', restricted)]).toEqual([200, 200]);
  });

  test('naming someone opens it to them, taking the name away closes it again', async () => {
    const { hana } = town.desk;
    const { version } = (await hana.get(`/incidents/${restricted}`)).body;
    await hana.patch(`/incidents/${restricted}`, { visibleTo: [town.people.viewer] }, version);
    expect(await reads('viewer', restricted)).toBe(200);
    await hana.patch(`/incidents/${restricted}`, { visibleTo: [] }, version + 1);
    expect(await reads('viewer', restricted)).toBe(404);
  });
});

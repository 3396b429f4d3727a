import { incidentSort } from '@plumbline/shared/contract/incident-list';
import { amaraOkafor, join, setUpNorthwind, type Colleague, type Desk, type Voice } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let amara: Colleague;
/** Ids of what the incidents hang on, by the name a filter below calls them. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  ids.team = (await desk.hana.post('/teams', { name: 'Feed quality' })).body.id;
  amara = await join(api, desk, amaraOkafor);
  ids.amara = amara.personId;
  for (const key of ['ranker', 'screen'])
    ids[key] = (await desk.hana.post('/systems', { key, name: key, stage: 'production' })).body.id;
  const metric = { system: 'ranker', key: 'clicks', name: 'Clicks', role: 'proxy' };
  ids.clicks = (await desk.hana.post('/metrics', metric)).body.id;
  await logEverything();
});
afterAll(() => api.stop());

/** Four incidents that differ in everything a list can be cut by, a drill, and one that only Hana sees. */
async function logEverything(): Promise<void> {
  const label = (value: string) => [{ value }];
  const log = async (voice: Voice, given: object): Promise<string> =>
    (await voice.post('/incidents', given)).body.key;
  const feed = await log(desk.hana, {
    title: 'Feed chases clicks',
    observedBehaviour: 'Outrage fills the first screen.',
    severity: 'sev2',
    systems: [{ id: ids.ranker }],
    metricIds: [ids.clicks],
    teamId: ids.team,
    ownerId: ids.amara,
    tags: ['feed'],
    labels: {
      misalignmentType: label('outer'),
      mechanism: label('proxy_overoptimization'),
      goodhartMode: label('extremal'),
    },
  });
  const screen = await log(desk.hana, {
    title: 'Screen prefers one school',
    severity: 'sev1',
    systems: [{ id: ids.screen }, { id: ids.ranker, role: 'contributing' }],
    labels: { misalignmentType: label('goal_misgeneralization'), mechanism: label('shortcut_learning') },
  });
  await log(amara.voice, { title: 'Chat agrees 100 % of the time', severity: 'sev4' });
  await log(desk.script, { title: 'Reward climbs alone', recordKind: 'near_miss' });
  await log(desk.hana, { title: 'Exercise for the shift', recordKind: 'drill' });
  await log(desk.hana, { title: 'Quiet matter', visibility: 'restricted', severity: 'sev1' });
  await desk.hana.post(`/incidents/${feed}/moves`, { verb: 'accept' });
  await desk.hana.post(`/incidents/${feed}/moves`, { verb: 'investigate' });
  await desk.hana.post(`/incidents/${screen}/moves`, { verb: 'decline', reason: 'bug' });
}

const titlesOf = async (voice: Voice, query: string): Promise<string[]> =>
  (await voice.get(`/incidents?${query}`)).body.items.map(({ title }: { title: string }) => title);

const feed = 'Feed chases clicks';
const screen = 'Screen prefers one school';
const chat = 'Chat agrees 100 % of the time';
const reward = 'Reward climbs alone';
const drill = 'Exercise for the shift';
const quiet = 'Quiet matter';

describe('filters', () => {
  test.each<[string, () => string, string[]]>([
    ['nothing: all but drills', () => '', [reward, chat, screen, feed]],
    ['triage state', () => 'state=accepted', [feed]],
    ['several triage states', () => 'state=accepted,declined', [screen, feed]],
    ['status', () => 'status=investigating', [feed]],
    ['severity', () => 'severity=sev1', [screen]],
    ['several severities', () => 'severity=sev4,sev2', [chat, feed]],
    ['type', () => 'type=outer', [feed]],
    ['mechanism', () => 'mechanism=shortcut_learning', [screen]],
    ['Goodhart mode', () => 'mode=extremal', [feed]],
    ['record kind', () => 'kind=near_miss', [reward]],
    ['drills, asked for', () => 'kind=drill', [drill]],
    ['source', () => 'source=api', [reward]],
    ['system, in any role', () => `system=${ids.ranker}`, [screen, feed]],
    ['metric', () => `metric=${ids.clicks}`, [feed]],
    ['team', () => `team=${ids.team}`, [feed]],
    ['owner', () => `owner=${ids.amara}`, [feed]],
    ['my own', () => 'owner=me', [feed]],
    ['nobody’s', () => 'owner=nobody', [reward, chat, screen]],
    ['tag', () => 'tag=feed', [feed]],
    ['a word of the title, in any case', () => 'q=SCHOOL', [screen]],
    ['a word of a box', () => 'q=outrage', [feed]],
    ['words that all have to be there', () => 'q=clicks+outrage', [feed]],
    ['words of which one is not there', () => 'q=clicks+school', []],
    ['a character that means something to LIKE', () => 'q=100+%25', [chat]],
    ['since a day to come', () => 'from=2099-01-01T00:00:00Z', []],
    ['until a day gone by', () => 'to=2020-01-01T00:00:00Z', []],
    ['several filters at once', () => `system=${ids.ranker}&severity=sev1&state=declined`, [screen]],
  ])('%s; the count agrees', async (_, query, expected) => {
    expect(await titlesOf(amara.voice, query())).toEqual(expected);
    const { body } = await amara.voice.get(`/incidents/count?${query()}`);
    expect(body).toEqual({ count: expected.length, capped: false });
  });

  test.each(['state=solved', 'severity=sev9', 'system=ranker', 'owner=us', 'from=yesterday', 'sort=title'])(
    '%s is refused with a sentence, not answered as if it were not there',
    async (query) => {
      const { status, body } = await amara.voice.get(`/incidents?${query}`);
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'request/invalid' });
      expect(body.errors[0].path.split('.')[0]).toBe(query.split('=')[0]);
    },
  );
});

test.each<[string, string[]]>([
  ['-reported', [reward, chat, screen, feed]],
  ['reported', [feed, screen, chat, reward]],
  ['-updated', [screen, feed, reward, chat]],
  ['severity', [screen, feed, chat, reward]],
])('sorted by %s', async (sort, expected) => {
  expect(await titlesOf(amara.voice, `sort=${sort}`)).toEqual(expected);
});

test('a row says what the list shows, with one state, its type and whether a person confirmed it', async () => {
  const { body } = await amara.voice.get('/incidents?status=investigating');
  expect(body.items[0]).toMatchObject({
    key: 'INC-1',
    title: feed,
    triageState: 'accepted',
    status: 'investigating',
    severity: 'sev2',
    misalignmentType: 'outer',
    typeConfirmed: true,
    mechanism: 'proxy_overoptimization',
    system: 'ranker',
    owner: { name: 'Amara Okafor' },
    team: { name: 'Feed quality' },
    source: { kind: 'form' },
    commentCount: 0,
  });
});

describe('who may not see an incident', () => {
  test('finds it by no filter, no sort, no page and no count', async () => {
    for (const query of ['q=quiet', 'severity=sev1', 'owner=nobody', 'state=pending', 'limit=100'])
      expect(await titlesOf(amara.voice, query)).not.toContain(quiet);
    const seen = async (voice: Voice) => (await voice.get('/incidents/count')).body.count as number;
    expect([await seen(desk.hana), await seen(amara.voice), await seen(desk.script)]).toEqual([5, 4, 4]);
  });

  test('is not told of it as similar', async () => {
    const keys = async (voice: Voice) =>
      (await voice.get('/incidents/similar?title=Quiet+matter')).body.items;
    expect(await keys(amara.voice)).toEqual([]);
    expect(await keys(desk.script)).toEqual([]);
    expect(await keys(desk.hana)).toMatchObject([{ title: quiet }]);
  });
});

describe('similar incidents say why', () => {
  test.each<[string, () => string, string, string[]]>([
    ['title', () => 'title=Feed+chases+clicks+again', feed, ['similar title']],
    ['system', () => `title=Zebra&system=${ids.screen}`, screen, ['same system']],
    ['metric', () => `title=Zebra&metric=${ids.clicks}`, feed, ['same metric']],
    ['mechanism', () => 'title=Zebra&mechanism=shortcut_learning', screen, ['same mechanism']],
    [
      'words of the boxes beside the system',
      () => `text=outrage+everywhere&system=${ids.ranker}`,
      feed,
      ['same system', '“outrage”'],
    ],
  ])('%s', async (_, query, title, why) => {
    const { body } = await amara.voice.get(`/incidents/similar?${query()}`);
    expect(body.items[0]).toMatchObject({ title, why: expect.arrayContaining(why) });
  });

  test('never the one being read, and nothing where nothing is alike', async () => {
    const { body } = await amara.voice.get('/incidents/similar?title=Feed+chases+clicks&except=INC-1');
    expect(body.items.map(({ key }: { key: string }) => key)).not.toContain('INC-1');
    expect((await amara.voice.get('/incidents/similar?title=Xylophone')).body).toEqual({ items: [] });
  });
});

describe('pages', () => {
  const already = 12;
  beforeAll(async () => {
    for (let index = 0; index < already; index++)
      await desk.hana.post('/incidents', {
        title: `Page filler ${index}`,
        tags: ['filler'],
        severity: ['sev1', 'sev2', 'sev3', null][index % 4],
      });
  });

  test.each(Object.keys(incidentSort))(
    'by %s: every row that was there comes once, also while others are logged',
    async (sort) => {
      const before = (await desk.hana.get('/incidents?tag=filler&limit=100')).body.items;
      const keys: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const cursor = next && `&cursor=${encodeURIComponent(next)}`;
        const { body } = await desk.hana.get(`/incidents?tag=filler&limit=3&sort=${sort}${cursor}`);
        keys.push(...body.items.map(({ key }: { key: string }) => key));
        next = body.next;
        if (keys.length < 12)
          await desk.hana.post('/incidents', { title: 'Latecomer', tags: ['filler'], severity: 'sev2' });
      }
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys).toEqual(expect.arrayContaining(before.map(({ key }: { key: string }) => key)));
    },
  );

  test('the last page is the last, even when it is full', async () => {
    const { body } = await amara.voice.get('/incidents?status=investigating&limit=1');
    expect([body.items.length, body.next]).toEqual([1, null]);
  });

  test.each(['nonsense', Buffer.from('["x","y"]').toString('base64url')])(
    'a cursor of somebody’s own making, %s, is refused',
    async (cursor) => {
      const { status, body } = await amara.voice.get(`/incidents?cursor=${cursor}`);
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'request/invalid' });
    },
  );
});

import { browser, setUpNorthwind, type Answer, type Desk, type Voice } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let key: string;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  key = (await desk.hana.post('/incidents', { title: 'Clicks rise, joy falls' })).body.key;
});
afterAll(() => api.stop());

const nobody = '0192f0c1-7b5e-7c3a-9a51-000000000000';
const huge = 'x'.repeat(1_000_000);

/** @returns what is wrong with a refusal: it must be a 4xx that says what to do; null when it is well made */
function flawOf({ status, body }: Answer): string | null {
  if (status < 400 || status >= 500) return `answered ${status}`;
  if (body.status !== status || !body.requestId) return `is no problem+json: ${JSON.stringify(body)}`;
  return body.detail.endsWith('.') ? null : `has no sentence: ${body.detail}`;
}

/** What no field of an incident takes, by what is wrong with it. */
const fields: [string, object][] = [
  ['a number as title', { title: 7 }],
  ['null as title', { title: null }],
  ['blanks as title', { title: '   ' }],
  ['301 characters as title', { title: 'x'.repeat(301) }],
  ['a megabyte as title', { title: huge }],
  ['a megabyte as description', { description: huge }],
  ['a list as description', { description: ['x'] }],
  ['NUL in a box', { intendedGoal: 'a\u0000b' }],
  ['half a character in a box', { observedBehaviour: '\ud800' }],
  ['NUL inside a label', { labels: { mechanism: [{ value: 'sycophancy', quote: '\u0000' }] } }],
  ['an unknown severity', { severity: 'sev5' }],
  ['an unknown kind', { recordKind: 'bug' }],
  ['an inherited name as kind', { recordKind: '__proto__' }],
  ['an unknown environment', { environment: 'moon' }],
  ['an unknown visibility', { visibility: 'public' }],
  ['a day where a time belongs', { occurredAt: '2026-09-14' }],
  ['a day that is none', { detectedAt: '2026-02-30T00:00:00Z' }],
  ['a time without offset', { awareAt: '2026-09-14T10:00:00' }],
  ['infinity as time', { awareAt: 'infinity' }],
  ['a year beyond 2100', { occurredAt: '2999-01-01T00:00:00Z' }],
  ['an unknown field', { colour: 'red' }],
  ['a field only the server sets', { triageState: 'accepted' }],
  ['the id of a label facet that does not exist', { labels: { mood: [{ value: 'sad' }] } }],
  ['an unknown value of a facet', { labels: { mechanism: [{ value: 'sadness' }] } }],
  ['a value of another facet', { labels: { goodhartMode: [{ value: 'sycophancy' }] } }],
  ['the same label twice', { labels: { harmType: [{ value: 'economic' }, { value: 'economic' }] } }],
  ['an unknown field in a label', { labels: { mechanism: [{ value: 'sycophancy', weight: 1 }] } }],
  ['a label that is only a word', { labels: { mechanism: ['sycophancy'] } }],
  ['tags that are no list', { tags: 'feed' }],
  ['31 tags', { tags: Array.from({ length: 31 }, (_, index) => `t${index}`) }],
  ['the same tag twice', { tags: ['feed', 'feed'] }],
  ['an empty tag', { tags: [' '] }],
  ['a script as link elsewhere', { externalIds: [{ system: 'Jira', id: '1', link: 'javascript:alert(1)' }] }],
  ['an id elsewhere without its system', { externalIds: [{ id: '1' }] }],
  ['a system that is no id', { systems: [{ id: 'feed-ranker' }] }],
  ['a system twice', { systems: [{ id: nobody }, { id: nobody }] }],
  ['a system that is nowhere', { systems: [{ id: nobody }] }],
  ['a metric that is nowhere', { metricIds: [nobody] }],
  ['a pair that is nowhere', { pairIds: [nobody] }],
  ['an objective that is nowhere', { objectiveId: nobody }],
  ['an owner who is nobody', { ownerId: nobody }],
  ['a team that is nowhere', { teamId: nobody }],
  ['people who are nobody', { visibleTo: [nobody] }],
];

describe.each(fields)('%s', (_, field) => {
  test('is refused when logging, with a sentence', async () => {
    expect(flawOf(await desk.hana.post('/incidents', { title: 'Fine', ...field }))).toBeNull();
  });

  test('is refused when editing, and nothing is written', async () => {
    const before = (await desk.hana.get(`/incidents/${key}`)).body;
    expect(
      flawOf(await desk.hana.patch(`/incidents/${key}`, { lesson: 'Half of it', ...field }, before.version)),
    ).toBeNull();
    expect((await desk.hana.get(`/incidents/${key}`)).body).toEqual(before);
  });
});

test('of all that was refused, nothing was logged', async () => {
  expect((await desk.hana.get('/incidents/count')).body.count).toBe(1);
});

describe('ids of another workspace are as good as none', () => {
  let elsewhere: Voice;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    await desk.hana.post('/workspaces', { name: 'Elsewhere' });
    elsewhere = browser(api, desk.cookie, 'elsewhere');
    const make = async (path: string, body: object): Promise<string> => {
      const made = await elsewhere.post(path, body);
      if (made.status !== 201) throw new Error(`${path} was not made: ${JSON.stringify(made.body)}`);
      return made.body.id;
    };
    ids.system = await make('/systems', { key: 'ranker', name: 'Ranker' });
    const statement = { intent: 'Joy', specification: 'Clicks' };
    ids.objective = await make('/systems/ranker/objectives', { name: 'Joy', ...statement });
    const metric = { system: 'ranker', objectiveId: ids.objective };
    ids.proxy = await make('/metrics', { ...metric, key: 'clicks', name: 'Clicks', role: 'proxy' });
    ids.intent = await make('/metrics', { ...metric, key: 'joy', name: 'Joy', role: 'intent' });
    ids.pair = await make('/pairs', {
      objectiveId: ids.objective,
      proxyMetricId: ids.proxy,
      intentMetricId: ids.intent,
    });
    ids.team = await make('/teams', { name: 'Theirs' });
  });

  test.each<[string, () => object]>([
    ['systems', () => ({ systems: [{ id: ids.system }] })],
    ['objectiveId', () => ({ objectiveId: ids.objective })],
    ['metricIds', () => ({ metricIds: [ids.proxy] })],
    ['pairIds', () => ({ pairIds: [ids.pair] })],
    ['teamId', () => ({ teamId: ids.team })],
  ])('in %s', async (_, field) => {
    const answer = await desk.hana.post('/incidents', { title: 'Fine', ...field() });
    expect(flawOf(answer)).toBeNull();
    expect(answer.body.detail).toContain('does not exist here');
  });

  test('and their incidents are not there', async () => {
    await elsewhere.post('/incidents', { title: 'Theirs 1' });
    const theirs = (await elsewhere.post('/incidents', { title: 'Theirs 2' })).body.key;
    const paths = ['', '/comments', '/evidence', '/links', '/activity'];
    for (const path of paths) {
      expect((await desk.hana.get(`/incidents/${theirs}${path}`)).status).toBe(404);
    }
    expect((await desk.hana.post(`/incidents/${theirs}/moves`, { verb: 'accept' })).status).toBe(404);
    const link = await desk.hana.post(`/incidents/${key}/links`, { kind: 'caused_by', to: theirs });
    expect(link.status).toBe(422);
  });
});

const cursorOf = (...values: unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

describe('addresses', () => {
  test.each([
    '/incidents/158',
    '/incidents/INC-0',
    '/incidents/INC-99999999999',
    '/incidents/INC-999999999',
    '/incidents/INC-1%00',
    '/incidents?state=sleeping',
    '/incidents?severity=sev1,sev9',
    '/incidents?owner=somebody',
    '/incidents?system=ranker',
    '/incidents?from=yesterday',
    '/incidents?limit=0',
    '/incidents?limit=101',
    '/incidents?sort=random',
    '/incidents?cursor=nonsense',
    `/incidents?cursor=${cursorOf('a', 'b')}`,
    `/incidents?cursor=${cursorOf(1, 2)}`,
    `/incidents?sort=severity&cursor=${cursorOf('sev1', 'b')}`,
    '/incidents/count?status=asleep',
    '/incidents/similar?system=ranker',
    `/incidents/INC-1/comments?cursor=${cursorOf('infinity', 'b')}`,
    `/incidents/INC-1/activity?cursor=${cursorOf('9'.repeat(40))}`,
    `/incidents/INC-1/activity?cursor=${cursorOf(1.5)}`,
    `/incidents?q=${'x'.repeat(201)}`,
  ])('%s is refused with a sentence', async (path) => {
    expect(flawOf(await desk.hana.get(path))).toBeNull();
  });

  test.each(['%25', '%5C', '_', '%27%3B--', '%F0%9F%99%82'])('?q=%s is taken literally', async (word) => {
    expect((await desk.hana.get(`/incidents?q=${word}`)).body.items).toEqual([]);
  });
});

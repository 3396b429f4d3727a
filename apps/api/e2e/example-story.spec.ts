import { createHash } from 'node:crypto';
import type { Mitigation } from '@plumbline/shared/contract/mitigation';
import { approachOf } from '@plumbline/shared/taxonomy/mitigation-catalogue';
import pg from 'pg';
import { ExampleStoryService } from '../src/harness/seed/example-story.service.js';
import { Clock } from '../src/platform/clock.js';
import { setUpNorthwind, type Desk } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let database: pg.Client;

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  database = new pg.Client({ connectionString: api.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await api.stop();
});

async function rows<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> {
  return (await database.query(sql, parameters)).rows as T[];
}

const tables = () =>
  rows<{ name: string }>(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY relname`,
  );

/** Every row there is, without the append-only record and its counters. */
async function everything(): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const { name } of await tables()) {
    if (['activity', 'workspace_counter', 'session', 'api_key', 'migrations'].includes(name)) continue;
    const all = await rows<{ row: string }>(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`);
    contents[name] = all.map(({ row }) => row).join('\n');
  }
  return contents;
}

test('one click fills the workspace', async () => {
  expect((await desk.hana.get('/example-story')).body).toEqual({ present: false, incidents: 0, systems: 0 });
  const told = await desk.hana.post('/example-story');
  expect(told.status).toBe(201);
  expect(told.body).toMatchObject({ present: true, systems: 5 });
  expect(told.body.incidents).toBeGreaterThanOrEqual(20);
});

test('it is not told twice', async () => {
  const again = await desk.hana.post('/example-story');
  expect(again.status).toBe(409);
  expect(again.body.detail).toContain('is here already');
});

test('its systems, teams and people say that they are examples; what was there before does not', async () => {
  const marks = async (path: string): Promise<boolean[]> =>
    (await desk.hana.get(`${path}?limit=100`)).body.items.map(({ example }: { example: boolean }) => example);
  expect(await marks('/systems')).toEqual([true, true, true, true, true]);
  expect(new Set(await marks('/teams'))).toEqual(new Set([true]));
  expect((await marks('/members')).filter((example) => !example)).toHaveLength(1);
});

test('incidents of every kind, severity, state and classification', async () => {
  const values = async (sql: string) => (await rows<{ v: string }>(sql)).map(({ v }) => v);
  const column = (name: string) =>
    values(`SELECT DISTINCT ${name} AS v FROM incident WHERE example AND ${name} IS NOT NULL ORDER BY v`);
  const facet = (name: string) =>
    values(`SELECT DISTINCT value AS v FROM incident_label WHERE facet = '${name}' ORDER BY v`);
  expect(await column('severity')).toEqual(['sev1', 'sev2', 'sev3', 'sev4']);
  expect(await column('triage_state')).toEqual(['accepted', 'declined', 'duplicate', 'pending', 'snoozed']);
  expect(await column('status')).toEqual([
    'closed',
    'investigating',
    'mitigating',
    'monitoring',
    'open',
    'resolved',
  ]);
  expect(await column('substatus')).toEqual(['escalating', 'new', 'ongoing', 'regressed']);
  expect(await facet('misalignmentType')).toEqual([
    'goal_misgeneralization',
    'inner',
    'outer',
    'undetermined',
  ]);
  expect(await facet('brokenLink')).toHaveLength(4);
  expect((await facet('mechanism')).length).toBeGreaterThanOrEqual(16);
  expect(await facet('goodhartMode')).toEqual([
    'adversarial',
    'causal',
    'extremal',
    'regressional',
    'undetermined',
  ]);
  expect(await facet('powerSeeking')).toHaveLength(4);
  expect(await facet('detectionSignal')).toHaveLength(5);
  expect(await values(`SELECT DISTINCT provenance AS v FROM incident_label ORDER BY v`)).toEqual([
    'detector',
    'model',
    'person',
    'rule',
  ]);
});

test('at least twenty incidents are classified whole', async () => {
  const [row] = await rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM incident i WHERE example AND NOT EXISTS (
       SELECT FROM unnest(ARRAY['misalignmentType', 'mechanism', 'brokenLink', 'causeCategory', 'specificCause',
                                'manifestation', 'alignmentDimension', 'detectionSignal']) AS wanted (facet)
        WHERE NOT EXISTS (SELECT FROM incident_label l WHERE l.workspace_id = i.workspace_id
                             AND l.incident_id = i.id AND l.facet = wanted.facet))`,
  );
  expect(row!.count).toBeGreaterThanOrEqual(20);
});

test('six pairs with two years of daily values and weekly audits, all of them watched', async () => {
  const pairs = await rows<{ name: string; days: number; audits: number; sizes: number; activated: boolean }>(
    `SELECT p.name, p.activated_at IS NOT NULL AS activated,
            count(*) FILTER (WHERE s.metric_id = p.proxy_metric_id)::int AS days,
            count(*) FILTER (WHERE s.metric_id = p.intent_metric_id)::int AS audits,
            count(o.n) FILTER (WHERE s.metric_id = p.intent_metric_id)::int AS sizes
       FROM metric_pair p JOIN series s ON s.metric_id IN (p.proxy_metric_id, p.intent_metric_id)
       JOIN observation o ON o.series_id = s.id GROUP BY 1, 2`,
  );
  expect(pairs).toHaveLength(6);
  for (const pair of pairs) {
    expect(pair.activated).toBe(true);
    expect(pair.days).toBeGreaterThan(730);
    expect(pair.audits).toBeGreaterThan(95);
    expect(pair.sizes).toBe(pair.audits);
  }
});

test('what is done about them, whether it helped, and what they say about NIST AI RMF', async () => {
  const { body } = await desk.hana.get('/mitigations?limit=100');
  const done = body.items as Mitigation[];
  expect(done.length).toBeGreaterThanOrEqual(15);
  for (const { approach, incidents, owner } of done) {
    expect(approachOf(approach)).toBeDefined();
    expect(incidents.length).toBeGreaterThan(0);
    expect(owner).not.toBeNull();
  }
  expect(new Set(done.map(({ status }) => status))).toEqual(
    new Set(['proposed', 'planned', 'active', 'verified', 'ineffective']),
  );
  expect(done.filter(({ effect }) => effect !== null)).toHaveLength(3);
  const [rmf] = await rows(
    `SELECT count(*)::int AS assessments, count(DISTINCT assessment)::int AS kinds,
            count(DISTINCT split_part(subcategory, ' ', 1))::int AS functions FROM rmf_mapping`,
  );
  expect(rmf).toEqual({ assessments: 38, kinds: 4, functions: 4 });
  expect((await desk.hana.get('/rmf/statements')).body.items).toHaveLength(10);
});

test('nothing lies in the future, and the record tells it in the order of time', async () => {
  const [order] = await rows(
    `SELECT count(*) FILTER (WHERE at > next)::int AS backwards, max(at) <= $1 AS past
       FROM (SELECT at, lead(at) OVER (ORDER BY seq) AS next FROM activity WHERE request_id = 'example-story') a`,
    [new Date()],
  );
  expect(order).toEqual({ backwards: 0, past: true });
});

test('it comes through the doors of the API like anything else', async () => {
  const { body } = await desk.hana.get('/incidents?limit=100');
  expect(body.items.length).toBeGreaterThanOrEqual(20);
  expect(body.items.every(({ example }: { example: boolean }) => example)).toBe(true);
  const regret = body.items.find(({ title }: { title: string }) => title.startsWith('Feed ranker buys'));
  const { body: incident } = await desk.hana.get(`/incidents/${regret.key}`);
  expect(incident).toMatchObject({
    status: 'mitigating',
    owner: { name: 'Jonas Lindqvist' },
    source: { kind: 'detector' },
  });
  expect((await desk.hana.get(`/incidents/${regret.key}/links`)).body.items).toContainEqual(
    expect.objectContaining({ kind: 'regression_of', title: 'Alerts timed for taps, not for news' }),
  );
});

test('another administrator’s key, and people below, may not tell or remove it', async () => {
  expect((await desk.script.post('/example-story')).status).toBe(403);
  expect((await desk.script.delete('/example-story')).status).toBe(403);
  expect((await desk.script.get('/example-story')).status).toBe(200);
});

test('told twice on the same day it is the same, word for word', async () => {
  const hash = async () => {
    const told = await rows<{ row: unknown }>(
      `SELECT to_jsonb(row) AS row FROM (
         SELECT number, title, triage_state, status, substatus, severity, reported_at, accepted_at, closed_at, search_text,
                (SELECT jsonb_agg(to_jsonb(l) - 'incident_id' - 'set_by_id' - 'workspace_id' ORDER BY facet, value)
                   FROM incident_label l WHERE l.incident_id = i.id) AS labels
           FROM incident i ORDER BY number) row
       UNION ALL
       SELECT to_jsonb(row) FROM (
         SELECT m.key, o.ts, o.value, o.n FROM observation o JOIN series s ON s.id = o.series_id
           JOIN metric m ON m.id = s.metric_id ORDER BY m.key, o.ts) row`,
    );
    return createHash('sha256').update(JSON.stringify(told)).digest('hex');
  };
  const [first] = await rows<{ at: Date }>(
    `SELECT max(at) AS at FROM activity WHERE request_id = 'example-story'`,
  );
  const here = await hash();
  const other = await startTestApi();
  const { workspaceId } = await setUpNorthwind(other);
  const teller = other.app.get(ExampleStoryService, { strict: false });
  await other.app.get(Clock).runAt(first!.at, () => teller.tell(workspaceId));
  const mine = database;
  database = new pg.Client({ connectionString: other.databaseUrl });
  await database.connect();
  const there = await hash().finally(() => database.end());
  database = mine;
  await other.stop();
  expect(there).toBe(here);
});

describe('removal', () => {
  let before: Record<string, string>;

  beforeAll(async () => {
    await desk.hana.delete('/example-story');
    await desk.hana.post('/systems', { key: 'mine', name: 'Mine', stage: 'production' });
    await desk.hana.post('/incidents', { title: 'My own incident', severity: 'sev3' });
    before = await everything();
  });

  test('leaves nothing behind and everything else untouched', async () => {
    await desk.hana.post('/example-story');
    expect(await everything()).not.toEqual(before);
    const removed = await desk.hana.delete('/example-story');
    expect(removed).toMatchObject({ status: 200, body: { systems: 5, kept: [] } });
    expect(await everything()).toEqual(before);
    expect((await desk.hana.get('/example-story')).body.present).toBe(false);
  });

  test('what the record told of it is gone, its hash is not, and the removal is in the record', async () => {
    const [left] = await rows<{ told: number; gone: number }>(
      `SELECT count(payload)::int AS told, count(*) FILTER (WHERE payload IS NULL AND length(payload_hash) = 32)::int AS gone
         FROM activity WHERE request_id = 'example-story'`,
    );
    expect(left!.told).toBe(0);
    expect(left!.gone).toBeGreaterThan(300);
    const [last] = await rows(`SELECT verb, actor_name, payload FROM activity ORDER BY seq DESC LIMIT 1`);
    expect(last).toMatchObject({ verb: 'example_story.removed', actor_name: 'Hana Sato' });
    const [ours] = await rows(
      `SELECT count(*)::int AS n FROM activity WHERE verb IN ('system.registered', 'incident.logged') AND payload IS NOT NULL`,
    );
    expect(ours).toEqual({ n: 2 });
  });

  test('a second removal says that there is nothing', async () => {
    expect(await desk.hana.delete('/example-story')).toMatchObject({ status: 409 });
  });

  test('what one’s own incidents use stays, and is one’s own from then on', async () => {
    await desk.hana.post('/example-story');
    const story = (await desk.hana.get('/incidents?limit=100')).body.items as {
      key: string;
      title: string;
    }[];
    const agrees = story.find(({ title }) => title.startsWith('Support chat agrees'))!;
    const system = (await desk.hana.get('/systems/support-chat')).body;
    const jonas = (await rows<{ id: string }>(`SELECT id FROM person WHERE name = 'Jonas Lindqvist'`))[0]!.id;
    const mine = await desk.hana.post('/incidents', {
      title: 'Ours',
      systems: [{ id: system.id }],
      ownerId: jonas,
    });
    await desk.hana.post(`/incidents/${mine.body.key}/moves`, {
      verb: 'mark_duplicate',
      of: agrees.key,
      note: '',
    });

    const removed = await desk.hana.delete('/example-story');

    // The incident, the system with what is stated about it, the team, and those who own any of it.
    const people = ['Hana Sato', 'Jonas Lindqvist', 'Priya Raman'];
    expect(removed.body.kept).toEqual([agrees.key, 'Support chat', 'Assistants', ...people]);
    expect((await desk.hana.get(`/incidents/${mine.body.key}`)).body).toMatchObject({
      owner: { name: 'Jonas Lindqvist' },
      duplicateOf: agrees.key,
      systems: [{ key: 'support-chat' }],
    });
    expect((await desk.hana.get(`/incidents/${agrees.key}`)).body.example).toBe(false);
    expect((await desk.hana.get('/example-story')).body.present).toBe(false);
  });
});

import {
  amaraOkafor,
  type Colleague,
  type Desk,
  join,
  jonasLindqvist,
  mateusCarvalho,
  setUpNorthwind,
} from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let jonas: Colleague;
let amara: Colleague;
let mateus: Colleague;
let hiring: string;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  jonas = await join(api, desk, jonasLindqvist);
  amara = await join(api, desk, amaraOkafor);
  mateus = await join(api, desk, mateusCarvalho);
  const system = { key: 'hiring', name: 'Hiring screen', riskClass: 'high', jurisdictions: ['EU'] };
  hiring = (await desk.hana.post('/systems', system)).body.id;
});
afterAll(() => api.stop());

const awareAt = '2026-11-19T14:20:00.000Z';
const logged = async (more: object = {}): Promise<string> =>
  (
    await jonas.voice.post('/incidents', {
      title: 'Hiring screen favours one university',
      severity: 'sev1',
      harmRealisation: 'realised',
      awareAt,
      systems: [{ id: hiring, role: 'primary' }],
      ...more,
    })
  ).body.key;
const start = (key: string, body: object, by = jonas) => by.voice.post(`/incidents/${key}/clocks`, body);
const clocksOf = async (key: string) => (await mateus.voice.get(`/incidents/${key}/clocks`)).body;
const duty = 'eu-aia-73-general';

describe('a duty is proposed by rule', () => {
  test('with its due date and its reason, until somebody answers it', async () => {
    const key = await logged();
    expect(await clocksOf(key)).toMatchObject({
      items: [],
      proposals: [
        {
          duty,
          citation: expect.stringContaining('Art. 73(2)'),
          dueAt: '2026-12-04T14:20:00.000Z',
          because: expect.stringContaining('Hiring screen is a high-risk system at work in EU'),
        },
      ],
    });
    const why = 'The system was never placed on the market.';
    const answer = await start(key, { duty, state: 'not_reportable', note: why });
    expect(answer).toMatchObject({
      status: 201,
      body: { state: 'not_reportable', note: why, settledBy: { name: 'Jonas Lindqvist' } },
    });
    expect(await clocksOf(key)).toMatchObject({ items: [{ duty, note: why }], proposals: [] });
  });

  test('not for a drill', async () => {
    expect((await clocksOf(await logged({ recordKind: 'drill' }))).proposals).toEqual([]);
  });
});

describe('a clock', () => {
  test('runs from awareness by the period of its law, is settled, and can run again', async () => {
    const key = await logged();
    const clock = (await start(key, { duty })).body;
    expect(clock).toMatchObject({ startsAt: awareAt, dueAt: '2026-12-04T14:20:00.000Z', state: 'running' });
    const path = `/incidents/${key}/clocks/${clock.id}`;
    const filed = await jonas.voice.patch(path, { state: 'reported', note: 'Filed as MSA-118.' }, 1);
    expect(filed.body).toMatchObject({
      state: 'reported',
      settledAt: expect.any(String),
      settledBy: { name: 'Jonas Lindqvist' },
      version: 2,
    });
    const again = await jonas.voice.patch(path, { state: 'running' }, 2);
    expect(again.body).toMatchObject({ state: 'running', settledAt: null, settledBy: null });
    const { items } = (await jonas.voice.get(`/incidents/${key}/activity`)).body;
    expect(items.map(({ verb }: { verb: string }) => verb)).toEqual([
      'incident.clock_restarted',
      'incident.clock_reported',
      'incident.clock_started',
      'incident.logged',
    ]);
  });

  test('of their own needs a name; one whose law names no period is due without delay', async () => {
    const key = await logged();
    const own = await start(key, { name: 'Tell the works council', startsAt: awareAt, dueAt: null });
    expect(own.body).toMatchObject({ duty: null, name: 'Tell the works council', dueAt: null });
    expect((await start(key, { duty: 'eu-aia-55-gpai' })).body.dueAt).toBeNull();
    expect((await start(key, {})).status).toBe(400);
  });

  test('is asked for once a duty, and edited by version', async () => {
    const key = await logged();
    const { id } = (await start(key, { duty })).body;
    expect(await start(key, { duty })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('already') },
    });
    const path = `/incidents/${key}/clocks/${id}`;
    const moved = await jonas.voice.patch(path, { dueAt: '2026-12-01T12:00:00Z' }, 1);
    expect(moved.body).toMatchObject({ dueAt: '2026-12-01T12:00:00.000Z', version: 2 });
    expect(await jonas.voice.patch(path, { dueAt: null }, 1)).toMatchObject({
      status: 412,
      body: { changed: ['dueAt'] },
    });
  });

  test.each<[string, object, number]>([
    ['an unknown duty', { duty: 'moon-law' }, 400],
    ['no reason', { duty, state: 'not_reportable' }, 400],
    ['an end before its start', { duty, dueAt: '2026-11-01T00:00:00Z' }, 422],
  ])('with %s is refused with a sentence', async (_, body, status) => {
    const answer = await start(await logged(), body);
    expect(answer.status).toBe(status);
    expect(answer.body.detail).toMatch(/\w/);
  });

  test('keeps the reason why it is not reportable as long as it is not', async () => {
    const key = await logged();
    const { id } = (await start(key, { duty, state: 'not_reportable', note: 'Never sold.' })).body;
    const path = `/incidents/${key}/clocks/${id}`;
    expect(await jonas.voice.patch(path, { note: '' }, 1)).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining('why') },
    });
    const again = await jonas.voice.patch(path, { note: '', state: 'running' }, 1);
    expect(again.body).toMatchObject({ state: 'running', note: '', version: 2 });
  });

  test('is started by triagers only', async () => {
    const key = await logged();
    expect((await start(key, { duty }, amara)).status).toBe(403);
    expect((await start(key, { duty }, mateus)).status).toBe(403);
  });
});

test('running clocks are listed for whoever may see the incident, what is due first before the others', async () => {
  const [open, secret] = [await logged(), await logged({ visibility: 'restricted' })];
  await start(secret, { duty });
  await start(open, { duty, dueAt: '2026-11-20T00:00:00Z' });
  await start(open, { duty: 'eu-aia-55-gpai' });
  const keys = async (by: Colleague): Promise<string[]> => {
    const found: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const path: string = `/clocks?limit=2${next && `&cursor=${next}`}`;
      const page: { items: { incident: { key: string } }[]; next: string | null } = (await by.voice.get(path))
        .body;
      found.push(...page.items.map(({ incident }) => incident.key));
      next = page.next;
    }
    return found;
  };
  const seen = await keys(jonas);
  expect(seen[0]).toBe(open);
  expect(seen.at(-1)).toBe(open);
  expect(seen).toContain(secret);
  expect(await keys(mateus)).not.toContain(secret);
});

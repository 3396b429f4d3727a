import type { IncidentVerb } from '@plumbline/shared/contract/incident-move';
import { move, moves, movesFrom, type LifeState } from '@plumbline/shared/incident/lifecycle';
import { join, mateusCarvalho, amaraOkafor, setUpNorthwind, type Answer, type Desk } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let original: string;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  original = await logged('The one that others repeat');
});
afterAll(() => api.stop());

async function logged(title = 'Clicks rise, joy falls'): Promise<string> {
  return (await desk.hana.post('/incidents', { title })).body.key;
}

/** What each move asks for besides its verb. */
const needs: Partial<Record<IncidentVerb, () => object>> = {
  decline: () => ({ reason: 'bug' }),
  snooze: () => ({ until: '2099-01-01T00:00:00Z' }),
  mark_duplicate: () => ({ of: original }),
  resolve: () => ({ resolution: 'mitigated' }),
  close: () => ({ residualRisk: 'Baits that are not replies', recheckOn: '2026-12-14' }),
};

const take = (key: string, verb: IncidentVerb, more: object = {}): Promise<Answer> =>
  desk.hana.post(`/incidents/${key}/moves`, { verb, ...needs[verb]?.(), ...more });

const verbs = Object.keys(moves) as IncidentVerb[];
const start: LifeState = { triageState: 'pending', status: null, substatus: null };
const nameOf = ({ triageState, status, substatus }: LifeState): string =>
  status ? `${status}, ${substatus}` : triageState;

/** Every state that a life can reach, with a shortest way there. */
const ways = new Map<string, { state: LifeState; way: IncidentVerb[] }>([
  ['pending', { state: start, way: [] }],
]);
for (const { state, way } of ways.values()) {
  for (const verb of movesFrom(state)) {
    const next = move(state, verb)!;
    if (!ways.has(nameOf(next))) ways.set(nameOf(next), { state: next, way: [...way, verb] });
  }
}

describe.each([...ways])('from %s', (_, { state, way }) => {
  const arrive = async (): Promise<string> => {
    const key = await logged();
    for (const verb of way) expect((await take(key, verb)).status).toBe(200);
    return key;
  };

  test('every possible move leads where the table says, and is in the record', async () => {
    const retold = movesFrom(state).map(async (verb) => {
      const key = await arrive();
      const answer = await take(key, verb, { note: 'as agreed' });
      expect(answer).toMatchObject({ status: 200, body: move(state, verb)! });
      const { items } = (await desk.hana.get(`/incidents/${key}/activity?limit=1`)).body;
      expect(items[0]).toMatchObject({
        verb: `incident.${verb}`,
        payload: { note: 'as agreed', before: state, after: move(state, verb)! },
      });
    });
    await Promise.all(retold);
  });

  test('every other move is a conflict that says what is possible, and changes nothing', async () => {
    const key = await arrive();
    const before = (await desk.hana.get(`/incidents/${key}`)).body;
    const possible = movesFrom(state);
    for (const verb of verbs.filter((each) => !possible.includes(each))) {
      const answer = await take(key, verb);
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'conflict/state', possible, current: { key }, detail: expect.stringMatching(/\.$/) },
      });
    }
    expect((await desk.hana.get(`/incidents/${key}`)).body).toEqual(before);
  });
});

test('the whole life keeps its dates, asks for what closing needs, and opens again', async () => {
  const key = await logged();
  for (const verb of ['accept', 'investigate', 'mitigate', 'monitor', 'resolve'] as const) {
    await take(key, verb);
  }
  expect((await take(key, 'close', { residualRisk: ' ' })).status).toBe(400);
  expect((await take(key, 'close', { recheckOn: undefined })).status).toBe(400);
  const closed = (await take(key, 'close')).body;
  expect(closed).toMatchObject({
    status: 'closed',
    resolution: 'mitigated',
    residualRisk: 'Baits that are not replies',
    recheckOn: '2026-12-14',
  });
  const dates = [closed.acceptedAt, closed.mitigatedAt, closed.resolvedAt, closed.closedAt];
  expect(dates).not.toContain(null);
  expect([...dates].sort()).toEqual(dates);
  expect((await take(key, 'reopen')).body).toMatchObject({
    status: 'investigating',
    substatus: 'regressed',
    resolution: null,
    recheckOn: null,
    closedAt: null,
  });
});

describe('moves that name something', () => {
  test.each<[string, IncidentVerb, object, number, string]>([
    ['a snooze into the past', 'snooze', { until: '2001-01-01T00:00:00Z' }, 422, 'still to come'],
    ['a duplicate of itself', 'mark_duplicate', { of: 'INC-2' }, 422, 'itself'],
    ['a duplicate of nothing', 'mark_duplicate', { of: 'INC-999999' }, 422, 'INC-999999'],
    ['an unknown reason', 'decline', { reason: 'boring' }, 400, 'reason'],
    ['an unknown resolution', 'resolve', { resolution: 'solved' }, 400, 'resolution'],
    ['an unknown verb', 'solve' as IncidentVerb, {}, 400, 'verb'],
    ['a field that the verb does not have', 'accept', { reason: 'bug' }, 400, 'reason'],
  ])('%s is refused', async (_, verb, more, status, word) => {
    const key = verb === 'mark_duplicate' ? 'INC-2' : await logged();
    const answer = await take(key, verb, more);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toContain(word);
  });

  test('a duplicate points at its original, not at another duplicate', async () => {
    const [one, two] = [await logged(), await logged()];
    expect((await take(one, 'mark_duplicate')).body).toMatchObject({ duplicateOf: original });
    expect((await take(two, 'mark_duplicate', { of: one })).body.detail).toContain(original);
    expect((await desk.hana.get(`/incidents/${original}/links`)).body.items).toContainEqual(
      expect.objectContaining({ kind: 'duplicate_of', outgoing: false, key: one }),
    );
  });
});

test('of several who move it at once, one does; the others hear where it is now', async () => {
  const key = await logged();
  const answers = await Promise.all(Array.from({ length: 5 }, () => take(key, 'accept')));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  expect(answers.find(({ status }) => status === 409)!.body.current.triageState).toBe('accepted');
});

test('reporters and viewers do not move incidents, and are told who may', async () => {
  for (const person of [amaraOkafor, mateusCarvalho]) {
    const { voice } = await join(api, desk, person);
    const key = await logged();
    const answer = await voice.post(`/incidents/${key}/moves`, { verb: 'accept' });
    expect(answer).toMatchObject({ status: 403, body: { detail: expect.stringContaining('riager') } });
    expect((await voice.get(`/incidents/${key}`)).body.may.triage).toBe(false);
  }
});

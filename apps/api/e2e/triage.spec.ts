import { Clock } from '../src/platform/clock.js';
import { LeasesService } from '../src/triage/leases.service.js';
import { WakeSleepers } from '../src/triage/wake-sleepers.job.js';
import {
  amaraOkafor,
  type Answer,
  type Colleague,
  type Desk,
  join,
  jonasLindqvist,
  setUpNorthwind,
} from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let jonas: Colleague;
let amara: Colleague;
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  jonas = await join(api, desk, jonasLindqvist);
  amara = await join(api, desk, amaraOkafor);
});
afterAll(() => api.stop());

const logged = async (given: object = {}): Promise<string> =>
  (await desk.hana.post('/incidents', { title: 'Clicks rise, joy falls', ...given })).body.key;
const take = (key: string, move: object, headers = {}): Promise<Answer> =>
  desk.hana.post(`/incidents/${key}/moves`, move, headers);
const undo = (key: string, version: number, who = desk.hana, headers = {}): Promise<Answer> =>
  who.post(`/incidents/${key}/undo`, { version }, headers);
const read = async (key: string) => (await desk.hana.get(`/incidents/${key}`)).body;
const queue = async (who = desk.hana, part = 'waiting'): Promise<{ key: string }[]> =>
  (await who.get(`/triage?part=${part}&limit=100`)).body.items;
const isIn = async (key: string, ...asked: Parameters<typeof queue>): Promise<boolean> =>
  (await queue(...asked)).some((row) => row.key === key);
const later = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);

describe('the queue', () => {
  test('is ordered by severity, then newest first, page after page; what nobody rated comes last', async () => {
    for (const severity of ['sev3', 'sev1', null, 'sev2', 'sev1']) await logged({ severity });
    const whole = (await desk.hana.get('/triage?limit=100')).body.items as {
      key: string;
      severity: string | null;
      reportedAt: string;
    }[];
    const places = whole.map(({ severity, reportedAt }) => [severity ?? 'sev9', -Date.parse(reportedAt)]);
    expect(places).toEqual(
      places.toSorted(([a, b], [c, d]) => (a === c ? Number(b) - Number(d) : a! < c! ? -1 : 1)),
    );
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { items, next }: { items: { key: string }[]; next: string | null } = (
        await desk.hana.get(`/triage?limit=2${cursor && `&cursor=${cursor}`}`)
      ).body;
      paged.push(...items.map(({ key }) => key));
      cursor = next;
    }
    expect(paged).toEqual(whole.map(({ key }) => key));
  });

  test('holds what waits: not what is decided, asleep, a drill or a reference', async () => {
    const kept = await logged();
    const [accepted, asleep] = [await logged(), await logged()];
    const [drill, reference] = [
      await logged({ recordKind: 'drill' }),
      await logged({ recordKind: 'reference' }),
    ];
    await take(accepted, { verb: 'accept' });
    await take(asleep, { verb: 'snooze', until: later(60).toISOString() });
    const keys = (await queue()).map(({ key }) => key);
    expect(keys).toContain(kept);
    for (const key of [accepted, asleep, drill, reference]) expect(keys).not.toContain(key);
    expect(await isIn(asleep, desk.hana, 'snoozed')).toBe(true);
  });

  test('shows restricted incidents to those alone who may see them, and counts them for them alone', async () => {
    const waiting = async (who = desk.hana) =>
      (await who.get('/triage/figures')).body.waiting.count as number;
    const [hers, his] = [await waiting(), await waiting(jonas.voice)];
    const key = await logged({ visibility: 'restricted' });
    expect([await isIn(key), await isIn(key, jonas.voice)]).toEqual([true, false]);
    expect([await waiting(), await waiting(jonas.voice)]).toEqual([hers + 1, his]);
  });

  test('counts what was decided today, while the decision stands', async () => {
    const decided = async () => (await desk.hana.get('/triage/figures')).body.decidedToday as number;
    const before = await decided();
    const key = await logged();
    const { version } = (await take(key, { verb: 'decline', reason: 'bug' })).body;
    expect(await decided()).toBe(before + 1);
    await undo(key, version);
    expect(await decided()).toBe(before);
  });
});

describe('a lease', () => {
  const look = (who: Colleague['voice'], key: string, body = {}): Promise<Answer> =>
    who.send('PUT', `/incidents/${key}/lease`, body);

  test('is held by who came first; the other hears who it is, in the queue too, and may take over', async () => {
    const key = await logged();
    expect((await look(desk.hana, key)).body).toMatchObject({ mine: true });
    const heard = await look(jonas.voice, key);
    expect(heard.body).toMatchObject({ mine: false, holder: { name: 'Hana Sato' } });
    const rows = (await jonas.voice.get('/triage?limit=100')).body.items as { key: string; lease: object }[];
    expect(rows.find((row) => row.key === key)!.lease).toMatchObject({
      holder: { name: 'Hana Sato' },
      mine: false,
    });
    expect((await look(jonas.voice, key, { takeOver: true })).body).toMatchObject({ mine: true });
    expect((await look(desk.hana, key)).body).toMatchObject({
      mine: false,
      holder: { name: 'Jonas Lindqvist' },
    });
    await jonas.voice.delete(`/incidents/${key}/lease`);
    expect((await look(desk.hana, key)).body).toMatchObject({ mine: true });
  });

  test('is one at a time: who looks at another incident leaves the one before', async () => {
    const [one, other] = [await logged(), await logged()];
    await look(desk.hana, one);
    await look(desk.hana, other);
    expect((await look(jonas.voice, one)).body.mine).toBe(true);
  });

  test('of many who come at once, one gets it', async () => {
    const key = await logged();
    const answers = await Promise.all(
      [desk.hana, jonas.voice, desk.hana, jonas.voice].map((who) => look(who, key)),
    );
    expect(new Set(answers.map(({ body }) => body.holder.name)).size).toBe(1);
  });

  test('ends after five minutes', async () => {
    const key = await logged();
    await look(desk.hana, key);
    const { id } = await read(key);
    const leases = api.app.get(LeasesService);
    const caller = { workspaceId: desk.workspaceId, personId: null } as never;
    const at = (minutes: number) => api.app.get(Clock).runAt(later(minutes), () => leases.on(caller, [id]));
    expect([(await at(4)).size, (await at(5.1)).size]).toEqual([1, 0]);
  });

  test('is for triagers, on what they see', async () => {
    expect((await look(amara.voice, await logged())).status).toBe(403);
    expect((await look(jonas.voice, await logged({ visibility: 'restricted' }))).status).toBe(404);
  });
});

describe('undo', () => {
  test.each<[string, object, object[]]>([
    ['an acceptance', { verb: 'accept', note: 'ours' }, []],
    ['a decline', { verb: 'decline', reason: 'benign' }, []],
    ['a snooze', { verb: 'snooze', count: 3, environment: 'training' }, []],
    [
      'a wake',
      { verb: 'wake' },
      [{ verb: 'snooze', until: '2099-01-01T00:00:00Z', environment: 'production' }],
    ],
    [
      'a close',
      { verb: 'close', residualRisk: 'Some', recheckOn: '2026-12-14' },
      [{ verb: 'accept' }, { verb: 'resolve', resolution: 'mitigated' }],
    ],
    [
      'a reopening',
      { verb: 'reopen' },
      [{ verb: 'accept' }, { verb: 'resolve', resolution: 'contained', note: 'as agreed' }],
    ],
    ['a reconsidering', { verb: 'reconsider' }, [{ verb: 'decline', reason: 'bug', note: 'a crash' }]],
  ])('of %s brings everything back', async (_, move, way) => {
    const key = await logged();
    for (const step of way) expect((await take(key, step)).status).toBe(200);
    const { version: _before, updatedAt: _then, ...before } = await read(key);
    const taken = await take(key, move);
    expect(taken.status).toBe(200);
    const undone = await undo(key, taken.body.version);
    expect(undone).toMatchObject({ status: 200, body: { ...before, version: taken.body.version + 1 } });
    const { items } = (await desk.hana.get(`/incidents/${key}/activity?limit=1`)).body;
    expect(items[0]).toMatchObject({
      verb: 'incident.undo',
      payload: { undone: (move as { verb: string }).verb },
    });
  });

  test('is refused with a sentence once somebody else has changed something', async () => {
    const key = await logged();
    const { version } = (await take(key, { verb: 'accept' })).body;
    await jonas.voice.patch(`/incidents/${key}`, { severity: 'sev2' }, version);
    expect(await undo(key, version)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('Jonas Lindqvist has changed'), current: { severity: 'sev2' } },
    });
    expect((await read(key)).status).toBe('open');
  });

  test('a comment meanwhile is no change of the decision', async () => {
    const key = await logged();
    const { version } = (await take(key, { verb: 'accept' })).body;
    await jonas.voice.post(`/incidents/${key}/comments`, { body: 'On it.' });
    expect((await undo(key, version)).body.triageState).toBe('pending');
  });

  test('is for who took the move, and for moves', async () => {
    const key = await logged();
    const { version } = (await take(key, { verb: 'accept' })).body;
    const his = await undo(key, version, jonas.voice);
    expect(his).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('Hana Sato took this move') },
    });
    const edited = await desk.hana.patch(`/incidents/${key}`, { lesson: 'x' }, version);
    expect((await undo(key, edited.body.version)).status).toBe(422);
  });

  test('a retry with the same key gives the same answer and does nothing twice', async () => {
    const key = await logged();
    const headers = { 'idempotency-key': `undo-${key}` };
    const moved = await take(key, { verb: 'accept' }, { 'idempotency-key': `accept-${key}` });
    const again = await take(key, { verb: 'accept' }, { 'idempotency-key': `accept-${key}` });
    expect(again).toMatchObject({ status: 200, body: { version: moved.body.version } });
    const answers = [
      await undo(key, moved.body.version, desk.hana, headers),
      await undo(key, moved.body.version, desk.hana, headers),
    ];
    expect(answers.map(({ status, body }) => [status, body.version])).toEqual(
      Array(2).fill([200, moved.body.version + 1]),
    );
  });
});

describe('a snooze', () => {
  const wakeAt = (at: Date): Promise<void> =>
    api.app.get(Clock).runAt(at, () => api.app.get(WakeSleepers).work({}, new AbortController().signal));

  test('until a time ends by itself, and the record says so', async () => {
    const key = await logged();
    await take(key, { verb: 'snooze', until: later(60).toISOString() });
    await wakeAt(later(59));
    expect((await read(key)).triageState).toBe('snoozed');
    await wakeAt(later(61));
    expect(await read(key)).toMatchObject({ triageState: 'pending', snoozedUntil: null });
    const { items } = (await desk.hana.get(`/incidents/${key}/activity?limit=1`)).body;
    expect(items[0]).toMatchObject({ verb: 'incident.wake', actor: { kind: 'system', name: 'Plumbline' } });
  });

  test('until the meeting follows the day and the clocks of the workspace', async () => {
    const { version } = (await desk.hana.get('/workspace')).body;
    const meeting = { meetingDay: 'thursday', meetingTime: '14:30', timeZone: 'Europe/Zurich' };
    expect((await desk.hana.patch('/workspace', meeting, version)).body).toMatchObject(meeting);
    const { nextMeetingAt } = (await desk.hana.get('/triage/figures')).body;
    const there = new Date(nextMeetingAt).toLocaleString('en-GB', {
      timeZone: 'Europe/Zurich',
      weekday: 'long',
      timeStyle: undefined,
      hour: '2-digit',
      minute: '2-digit',
    });
    expect(there).toBe('Thursday 14:30');
    const moved = await take(await logged(), { verb: 'snooze', meeting: true });
    expect(moved.body.snoozedUntil).toBe(nextMeetingAt);
  });

  test('for one environment ends when it is seen in another, and lasts when it is seen there', async () => {
    const key = await logged({ environment: 'training' });
    await take(key, { verb: 'snooze', until: later(600).toISOString(), environment: 'training' });
    await take(await logged({ environment: 'training' }), { verb: 'mark_duplicate', of: key });
    expect((await read(key)).triageState).toBe('snoozed');
    await take(await logged({ environment: 'production' }), { verb: 'mark_duplicate', of: key });
    expect((await read(key)).triageState).toBe('pending');
  });

  test('until it was seen so often counts down', async () => {
    const key = await logged();
    expect((await take(key, { verb: 'snooze', count: 2 })).body).toMatchObject({ snoozeCount: 2 });
    await take(await logged(), { verb: 'mark_duplicate', of: key });
    expect(await read(key)).toMatchObject({ triageState: 'snoozed', snoozeCount: 1 });
    await take(await logged(), { verb: 'mark_duplicate', of: key });
    expect(await read(key)).toMatchObject({ triageState: 'pending', snoozeCount: null });
  });

  test.each([[{}], [{ until: '2099-01-01T00:00:00Z', count: 2 }], [{ count: 0 }], [{ meeting: false }]])(
    'with %j is refused',
    async (given) => {
      expect((await take(await logged(), { verb: 'snooze', ...given })).status).toBe(400);
    },
  );
});

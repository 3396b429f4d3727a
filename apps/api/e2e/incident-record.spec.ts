import { facetNames, facets } from '@plumbline/shared/contract/incident-label';
import { join, jonasLindqvist, setUpNorthwind, type Colleague, type Desk } from './cast.js';
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

const logged = async (given: object = {}): Promise<{ key: string; version: number }> =>
  (await desk.hana.post('/incidents', { title: 'Clicks rise, joy falls', ...given })).body;

test('a title is enough to log an incident; it waits in triage, by whom and whence it came', async () => {
  const answer = await desk.hana.post('/incidents', { title: '  Clicks rise, joy falls ' });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    key: 'INC-1',
    version: 1,
    title: 'Clicks rise, joy falls',
    triageState: 'pending',
    status: null,
    recordKind: 'incident',
    severity: null,
    visibility: 'workspace',
    reporter: { kind: 'person', name: 'Hana Sato' },
    source: { kind: 'form', name: '' },
    labels: [],
    may: { edit: true, triage: true, comment: true },
  });
  expect((await desk.hana.get('/incidents/inc-1')).body).toEqual(answer.body);
  const fromScript = await desk.script.post('/incidents', { title: 'Reward climbs, answers worsen' });
  expect(fromScript.body).toMatchObject({ key: 'INC-2', source: { kind: 'api', name: 'Everything' } });
});

test.each([
  ['design', 'hazard'],
  ['training', 'evaluation_finding'],
  ['evaluation', 'evaluation_finding'],
  ['staging', 'incident'],
  ['production', 'incident'],
])('what is seen in %s is a record of kind %s unless somebody says otherwise', async (stage, kind) => {
  const system = (await desk.hana.post('/systems', { key: `in-${stage}`, name: `In ${stage}`, stage })).body;
  expect(await logged({ systems: [{ id: system.id }] })).toMatchObject({
    recordKind: kind,
    systems: [{ name: `In ${stage}`, role: 'primary' }],
  });
  expect(await logged({ systems: [{ id: system.id }], recordKind: 'drill' })).toMatchObject({
    recordKind: 'drill',
  });
});

describe('labels', () => {
  test.each(facetNames)('%s: takes every answer of its vocabulary, as many as it may', async (facet) => {
    const { most, values } = facets[facet];
    for (let from = 0; from < values.options.length; from += most) {
      const chosen = values.options.slice(from, from + most);
      const labels = chosen.map((value, index) => ({
        value,
        certainty: index % 2 ? 'potential' : 'known',
        rationale: `Because ${value}`,
        quote: 'as the log says',
      }));
      const incident = await logged({ labels: { [facet]: labels } });
      expect(incident).toMatchObject({
        labels: expect.arrayContaining(
          labels.map((label) =>
            expect.objectContaining({ ...label, facet, provenance: 'person', setBy: 'Hana Sato' }),
          ),
        ),
      });
    }
  });

  test('one answer too many is refused with the number that may be given', async () => {
    const two = [{ value: 'outer' }, { value: 'inner' }];
    const answer = await desk.hana.post('/incidents', { title: 'x', labels: { misalignmentType: two } });
    expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining('at most 1') } });
  });

  test('a suggestion is confirmed by setting it again as a person; the others keep who set them', async () => {
    const suggested = { value: 'sycophancy', certainty: 'potential', provenance: 'rule', rationale: 'Words' };
    const { key, version } = await logged({
      labels: { mechanism: [suggested], detectionSignal: [{ value: 'metric_gaming' }] },
    });
    const confirmed = { value: 'sycophancy', certainty: 'known', provenance: 'person', rationale: 'Words' };
    const edited = await jonas.voice.patch(
      `/incidents/${key}`,
      { labels: { mechanism: [confirmed] } },
      version,
    );
    expect(edited.body.labels).toEqual([
      expect.objectContaining({ facet: 'detectionSignal', setBy: 'Hana Sato' }),
      expect.objectContaining({ facet: 'mechanism', provenance: 'person', setBy: 'Jonas Lindqvist' }),
    ]);
    const { items } = (await desk.hana.get(`/incidents/${key}/activity`)).body;
    expect(items[0]).toMatchObject({
      verb: 'incident.edited',
      actor: { name: 'Jonas Lindqvist' },
      payload: {
        before: { 'labels.mechanism': [expect.objectContaining({ provenance: 'rule' })] },
        after: { 'labels.mechanism': [expect.objectContaining({ provenance: 'person' })] },
      },
    });
  });
});

describe('an edit, field by field', () => {
  test.each<[string, object]>([
    ['title', { title: 'Clicks rise and joy falls' }],
    ['description', { description: '## What we saw\n\nMore clicks.' }],
    ['the three boxes', { intendedGoal: 'Joy', specifiedObjective: 'Clicks', observedBehaviour: 'Bait' }],
    ['lesson and learned objective', { lesson: 'Ask people', suspectedLearnedObjective: 'Curiosity gaps' }],
    ['kind of record', { recordKind: 'near_miss' }],
    ['severity with its reason', { severity: 'sev2', severityReason: 'Many people, hard to undo' }],
    ['harm', { oecdSeverity: 'non_physical_harm', harmRealisation: 'realised' }],
    ['evidence grade and environment', { evidenceGrade: 'b', environment: 'production' }],
    ['tags', { tags: ['feed', 'clickbait'] }],
    [
      'times',
      {
        occurredAt: '2026-09-14T00:00:00.000Z',
        occurredPrecision: 'day',
        detectedAt: '2026-10-06T08:00:00.000Z',
        awareAt: '2026-10-06T09:30:00.000Z',
      },
    ],
    [
      'ids elsewhere',
      { externalIds: [{ system: 'Jira', id: 'FEED-7', link: 'https://example.org/FEED-7' }] },
    ],
  ])('%s', async (_, edit) => {
    const { key } = await logged();
    const edited = await desk.hana.patch(`/incidents/${key}`, edit, 1);
    expect(edited).toMatchObject({ status: 200, body: { ...edit, version: 2 } });
    expect((await desk.hana.patch(`/incidents/${key}`, edit, 2)).body.version).toBe(2);
  });

  test('owner, people who see it, team and visibility', async () => {
    const { key } = await logged();
    const team = (await desk.hana.post('/teams', { name: 'Feed quality' })).body;
    const edit = {
      ownerId: jonas.personId,
      teamId: team.id,
      visibility: 'restricted',
      visibleTo: [jonas.personId],
    };
    expect((await desk.hana.patch(`/incidents/${key}`, edit, 1)).body).toMatchObject({
      owner: { name: 'Jonas Lindqvist' },
      team: { name: 'Feed quality' },
      visibility: 'restricted',
      visibleTo: [jonas.personId],
    });
  });

  test('names the version it saw, or is sent back', async () => {
    const { key } = await logged();
    const bare = await desk.hana.send('PATCH', `/incidents/${key}`, { title: 'New' });
    expect(bare).toMatchObject({ status: 428, body: { detail: expect.stringContaining('If-Match') } });
    const weak = { 'if-match': 'W/"1"' };
    expect((await desk.hana.send('PATCH', `/incidents/${key}`, { title: 'New' }, weak)).status).toBe(200);
    const odd = await desk.hana.send('PATCH', `/incidents/${key}`, { title: 'Newer' }, { 'if-match': '*' });
    expect(odd.status).toBe(400);
  });
});

describe('two people at the same incident', () => {
  test('different fields: the second is told what changed, repeats, and both edits survive', async () => {
    const { key } = await logged();
    await desk.hana.patch(`/incidents/${key}`, { title: 'Hana was here' }, 1);
    const refused = await jonas.voice.patch(`/incidents/${key}`, { lesson: 'Ask people' }, 1);
    expect(refused).toMatchObject({
      status: 412,
      body: {
        code: 'conflict/stale',
        changed: ['title'],
        current: { title: 'Hana was here', lesson: '', version: 2 },
      },
    });
    const repeated = await jonas.voice.patch(
      `/incidents/${key}`,
      { lesson: 'Ask people' },
      refused.body.current.version,
    );
    expect(repeated.body).toMatchObject({ title: 'Hana was here', lesson: 'Ask people', version: 3 });
  });

  test('the same field: the second gets theirs beside what it wanted, and nothing is written', async () => {
    const { key } = await logged({ labels: { mechanism: [{ value: 'sycophancy' }] } });
    const theirs = { labels: { mechanism: [{ value: 'reward_hacking' }] } };
    await desk.hana.patch(`/incidents/${key}`, theirs, 1);
    const mine = { labels: { mechanism: [{ value: 'shortcut_learning' }] } };
    const refused = await jonas.voice.patch(`/incidents/${key}`, mine, 1);
    expect(refused).toMatchObject({
      status: 412,
      body: { changed: ['labels.mechanism'], current: { labels: [{ value: 'reward_hacking' }] } },
    });
    expect((await desk.hana.get(`/incidents/${key}`)).body.labels[0].value).toBe('reward_hacking');
  });

  test('a move in between names what it changed; one made at the same moment loses to nobody silently', async () => {
    const { key } = await logged();
    await jonas.voice.post(`/incidents/${key}/moves`, { verb: 'accept' });
    const refused = await desk.hana.patch(`/incidents/${key}`, { title: 'Late' }, 1);
    expect(refused.body.changed).toEqual(expect.arrayContaining(['status', 'triageState']));
    expect(refused.body.changed).not.toContain('title');

    const titles = ['One', 'Two', 'Three', 'Four'];
    const answers = await Promise.all(
      titles.map((title) => desk.hana.patch(`/incidents/${key}`, { title }, 2)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    const won = answers.find(({ status }) => status === 200)!.body.title;
    expect((await desk.hana.get(`/incidents/${key}`)).body).toMatchObject({ title: won, version: 3 });
  });
});

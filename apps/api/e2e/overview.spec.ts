import type { Incident } from '@plumbline/shared/contract/incident-record';
import { ageBoundsDays, type Overview } from '@plumbline/shared/contract/overview';
import { mondaysUntil } from '../src/overview/overview.service.js';
import { join, mateusCarvalho, setUpNorthwind, type Colleague, type Desk, type Voice } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let mateus: Colleague;
let incidents: Incident[];
beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  mateus = await join(api, desk, mateusCarvalho);
  await desk.hana.post('/example-story');
  incidents = await everyIncident(desk.hana);
});
afterAll(() => api.stop());

const dayMs = 86_400_000;
const read = async (voice: Voice, query = ''): Promise<Overview> => {
  const answer = await voice.get(`/overview${query}`);
  expect(answer.status).toBe(200);
  return answer.body as Overview;
};

/** Every incident that counts, read one by one: what the overview must agree with. */
async function everyIncident(voice: Voice): Promise<Incident[]> {
  const keys: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await voice.get(`/incidents?limit=100${cursor && `&cursor=${cursor}`}`);
    keys.push(...(body.items as Incident[]).map(({ key }) => key));
    cursor = body.next as string | null;
  }
  const all = await Promise.all(
    keys.map(async (key) => (await voice.get(`/incidents/${key}`)).body as Incident),
  );
  return all.filter(({ triageState }) => triageState !== 'declined' && triageState !== 'duplicate');
}

const within = (at: string | null, from: number, to: number): boolean =>
  at !== null && Date.parse(at) >= from && Date.parse(at) < to;
const isOpen = ({ status }: Incident): boolean =>
  status !== null && status !== 'resolved' && status !== 'closed';
const labelOf = (incident: Incident, facet: string): string | undefined =>
  incident.labels.find((label) => label.facet === facet)?.value;

test.each([7, 30, 365])('the figures of %i days are what counting one by one gives', async (days) => {
  const overview = await read(desk.hana, `?days=${days}`);
  const to = Date.parse(overview.to);
  const [from, before] = [to - days * dayMs, to - 2 * days * dayMs];
  expect(Date.parse(overview.from)).toBe(from);
  const count = (fits: (incident: Incident) => boolean): number => incidents.filter(fits).length;
  expect(overview.logged).toEqual({
    now: count(({ reportedAt }) => within(reportedAt, from, to)),
    before: count(({ reportedAt }) => within(reportedAt, before, from)),
  });
  expect(overview.closed).toEqual({
    now: count(({ closedAt }) => within(closedAt, from, to)),
    before: count(({ closedAt }) => within(closedAt, before, from)),
  });
  expect(overview.open.now).toBe(count(isOpen));
  expect(overview.untriaged.now).toBe(count(({ triageState }) => triageState === 'pending'));
  const typed = incidents.filter(({ reportedAt }) => within(reportedAt, from, to));
  for (const { value, count: said } of overview.types)
    expect([value, said]).toEqual([
      value,
      typed.filter((one) => labelOf(one, 'misalignmentType') === value).length,
    ]);
  for (const { type, mechanism, count: said } of overview.typeByMechanism) {
    const both = typed.filter(
      (one) => labelOf(one, 'misalignmentType') === type && labelOf(one, 'mechanism') === mechanism,
    );
    expect([type, mechanism, said]).toEqual([type, mechanism, both.length]);
  }
});

test('open incidents stand once, by severity and age', async () => {
  const { openByAge, to } = await read(desk.hana);
  const ageOf = ({ reportedAt }: Incident): number =>
    ageBoundsDays.filter((days) => Date.parse(reportedAt) <= Date.parse(to) - days * dayMs).length;
  const expected = openByAge.map(({ severity }) => ({
    severity,
    ages: [0, 1, 2, 3, 4].map(
      (age) =>
        incidents.filter((one) => isOpen(one) && one.severity === severity && ageOf(one) === age).length,
    ),
  }));
  expect(openByAge).toEqual(expected);
  expect(openByAge.flatMap(({ ages }) => ages).reduce((a, b) => a + b, 0)).toBe(
    incidents.filter(isOpen).length,
  );
});

test('times are medians over what got there within the period', async () => {
  const { times, from, to } = await read(desk.hana, '?days=365');
  const hours = incidents
    .filter(({ acceptedAt }) => within(acceptedAt, Date.parse(from), Date.parse(to)))
    .map(({ acceptedAt, reportedAt }) => (Date.parse(acceptedAt!) - Date.parse(reportedAt)) / 3_600_000)
    .toSorted((a, b) => a - b);
  expect(times.triage.n).toBe(hours.length);
  const middle = (hours.length - 1) / 2;
  const median = (hours[Math.floor(middle)]! + hours[Math.ceil(middle)]!) / 2;
  expect(times.triage.median).toBeCloseTo(median, 6);
});

test('weeks run from Monday to Monday, this one last, and hold every incident of theirs', async () => {
  const { weeks, to } = await read(desk.hana, '?days=90');
  expect(weeks.map(({ weekOn }) => weekOn)).toEqual(mondaysUntil(new Date(to), 13));
  const said = weeks.flatMap(({ types }) => Object.values(types)).reduce((a, b) => a + b, 0);
  const since = Date.parse(`${weeks[0]!.weekOn}T00:00:00Z`);
  expect(said).toBe(incidents.filter(({ reportedAt }) => Date.parse(reportedAt) >= since).length);
});

test('a restricted incident is counted for those alone who may see it', async () => {
  const [administrator, outsider] = [await read(desk.hana), await read(mateus.voice)];
  await desk.hana.post('/incidents', { title: 'Shutdown was avoided', visibility: 'restricted' });
  expect((await read(desk.hana)).logged.now).toBe(administrator.logged.now + 1);
  expect((await read(mateus.voice)).logged.now).toBe(outsider.logged.now);
});

test('the example story can be left out, and a system singled out', async () => {
  const without = await read(desk.hana, '?example=false&days=365');
  expect(without.logged.now).toBe(1);
  const { items } = (await desk.hana.get('/systems')).body as { items: { id: string }[] };
  const of = await Promise.all(items.map(({ id }) => read(desk.hana, `?days=365&system=${id}`)));
  const named = incidents.flatMap(({ systems }) => systems).length;
  expect(of.map(({ logged }) => logged.now + logged.before).reduce((a, b) => a + b, 0)).toBe(named);
});

test.each(['days=0', 'days=a%20month', 'days=731', 'system=feed', 'example=maybe'])(
  '%s gets a sentence',
  async (query) => {
    const answer = await desk.hana.get(`/overview?${query}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'request/invalid']);
  },
);

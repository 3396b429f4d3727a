import Papa from 'papaparse';
import { amaraOkafor, join, setUpNorthwind, type Desk, type Voice } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;
let amara: Voice;

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  amara = (await join(api, desk, amaraOkafor)).voice;
});
afterAll(() => api.stop());

const table = async (voice: Voice, query: string): Promise<Record<string, string>[]> => {
  const { body } = await voice.get(`/incidents/export?${query}`);
  const { data, errors } = Papa.parse<Record<string, string>>(body as string, {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
};
const titles = (rows: { title?: string }[]): (string | undefined)[] => rows.map(({ title }) => title);

test('an empty workspace gives the head of a table, and a document without items', async () => {
  expect(await table(desk.hana, 'format=csv')).toEqual([]);
  const { body } = await desk.hana.get('/incidents/export?format=json');
  expect(body.items).toEqual([]);
});

describe('with incidents', () => {
  beforeAll(async () => {
    const system = await desk.hana.post('/systems', { key: 'ranker', name: 'Ranker', stage: 'production' });
    await desk.hana.post('/incidents', {
      title: '=HYPERLINK("http://evil.example";"look")',
      severity: 'sev2',
      systems: [{ id: system.body.id }],
      tags: ['feed', 'clicks'],
      specifiedObjective: '=1\n+2',
      intendedGoal: 'Two lines,\nwith a "quotation"',
      labels: {
        misalignmentType: [{ value: 'outer' }],
        manifestation: [{ value: 'sycophancy' }, { value: 'verbosity' }],
      },
    });
    await desk.hana.post('/incidents', { title: 'Quiet matter', visibility: 'restricted' });
  });

  test('the table holds the record, and nothing that a spreadsheet would run', async () => {
    const [row] = await table(desk.hana, 'severity=sev2');
    expect(row).toMatchObject({
      key: 'INC-1',
      title: `'=HYPERLINK("http://evil.example";"look")`,
      misalignmentType: 'outer',
      misalignmentTypeSetBy: 'person',
      manifestation: 'sycophancy; verbosity',
      systems: 'ranker (primary)',
      tags: 'feed; clicks',
      specifiedObjective: "'=1\n+2",
      intendedGoal: 'Two lines,\nwith a "quotation"',
    });
  });

  test('the document holds whole records, as the incident itself is read', async () => {
    const { body, headers } = await desk.script.get('/incidents/export?format=json&severity=sev2');
    const { may: _may, ...record } = (await desk.script.get('/incidents/INC-1')).body;
    expect(body.items).toEqual([{ ...record, mitigations: [], rmf: [] }]);
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="incidents-[a-z0-9-]+-\d{4}-\d\d-\d\d\.json"$/,
    );
  });

  test('what somebody may not see is not in their file', async () => {
    expect(titles(await table(desk.hana, ''))).toContain('Quiet matter');
    expect(titles(await table(amara, ''))).not.toContain('Quiet matter');
    expect(titles(await table(desk.script, ''))).not.toContain('Quiet matter');
  });

  test('more than one batch comes whole, each once, newest first', async () => {
    const logged = 450;
    for (let n = 0; n < logged; n += 50)
      await Promise.all(
        Array.from({ length: 50 }, (_, k) =>
          desk.hana.post('/incidents', { title: `Run ${n + k}`, tags: ['many'] }),
        ),
      );
    const rows = await table(desk.hana, 'tag=many');
    expect(new Set(rows.map(({ key }) => key)).size).toBe(logged);
    const times = rows.map(({ reportedAt }) => reportedAt!);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('the example story stays out unless asked for', async () => {
    await desk.hana.post('/example-story');
    const own = await table(desk.hana, 'tag=many&format=csv');
    expect(titles(await table(desk.hana, ''))).toHaveLength(own.length + 2);
    const all = await table(desk.hana, 'withExample=true');
    expect(all.filter(({ example }) => example === 'true').length).toBeGreaterThan(20);
    expect(all.some(({ mitigations, rmf }) => mitigations !== '' && rmf !== '')).toBe(true);
  });

  test('a filter that does not exist is refused in words before a file begins', async () => {
    const { status, body } = await desk.hana.get('/incidents/export?severity=sev9');
    expect([status, body.code]).toEqual([400, 'request/invalid']);
  });
});

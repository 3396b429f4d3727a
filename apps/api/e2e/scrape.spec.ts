import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repositoryRoot } from '../src/harness/repository-root.js';
import { setUpNorthwind, type Desk } from './cast.js';
import { madeUpPair } from './made-up-pair.js';
import { MeasuringBench, pointsOf } from './measuring-bench.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let desk: Desk;

beforeAll(async () => {
  api = await startTestApi();
  desk = await setUpNorthwind(api);
  const bench = await MeasuringBench.furnish(desk);
  const pair = await bench.watch();
  await bench.send(pointsOf(pair, madeUpPair({ seed: 3, days: 420, apartFrom: 300 })));
  await api.workOff();
  await desk.hana.post('/incidents', { title: 'Open', severity: 'sev2' });
  await desk.hana.post('/incidents', { title: 'Hidden', severity: 'sev1', visibility: 'restricted' });
  await desk.hana.post('/sources', { kind: 'grafana', name: 'Grafana', quietAfterHours: 5 });
});
afterAll(() => api?.stop());

async function scrape(key: string | null): Promise<{ status: number; text: string }> {
  const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {};
  const answer = await fetch(`${api.url}/metrics/workspace`, { headers });
  return { status: answer.status, text: await answer.text() };
}
const keyWith = async (scopes: string[]): Promise<string> =>
  (await desk.hana.post('/api-keys', { name: scopes[0], role: 'viewer', scopes })).body.key as string;

test('each watched pair, open incidents and silent sources are there for Prometheus', async () => {
  const { status, text } = await scrape(await keyWith(['metrics:scrape']));
  expect(status).toBe(200);
  const labels = 'workspace="northwind",system="feed",pair="[^"]+",proxy="watch-1",intent="joy-1"';
  expect(text).toMatch(new RegExp(`plumbline_pair_state\\{${labels},state="diverged"\\} 1`));
  expect(text).toMatch(new RegExp(`plumbline_pair_state\\{${labels},state="quiet"\\} 0`));
  expect(text).toMatch(new RegExp(`plumbline_pair_diverged_probability\\{${labels}\\} (0\\.\\d+|1)`));
  expect(text).toMatch(new RegExp(`plumbline_pair_audit_age_seconds\\{${labels}\\} \\d`));
  expect(text).toContain('plumbline_open_incidents{workspace="northwind",severity="sev2"} 1');
  expect(text).not.toContain('severity="sev1"');
  expect(text).toContain('plumbline_source_silent{workspace="northwind",source="grafana"} 0');
});

test('only with the scope', async () => {
  expect((await scrape(null)).status).toBe(401);
  expect((await scrape(await keyWith(['incidents:read']))).status).toBe(403);
});

test('the rule and the dashboard of the documentation ask for what is there', async () => {
  const { text } = await scrape(await keyWith(['metrics:scrape']));
  const read = (file: string): string => readFileSync(join(repositoryRoot, 'docs/monitoring', file), 'utf8');
  const rules = parse(read('alerts.yml')) as { groups: { rules: { expr: string }[] }[] };
  const dashboard = JSON.parse(read('grafana-dashboard.json')) as {
    panels: { targets: { expr: string }[] }[];
  };
  const asked = [
    ...rules.groups.flatMap((group) => group.rules.map(({ expr }) => expr)),
    ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ].flatMap((expr) => expr.match(/plumbline_\w+/g) ?? []);
  expect(asked.length).toBeGreaterThan(5);
  for (const name of asked) expect(text).toContain(`# TYPE ${name} gauge`);
});

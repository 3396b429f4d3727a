import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { Stage, type View } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage?.close());

const notification = {
  version: '4',
  status: 'firing',
  receiver: 'plumbline',
  alerts: [
    {
      status: 'firing',
      labels: { alertname: 'WatchTimeDrift', severity: 'critical' },
      annotations: { summary: 'Watch time rises while ratings fall' },
      startsAt: '2026-11-19T14:20:00Z',
      endsAt: '0001-01-01T00:00:00Z',
      fingerprint: 'c0ffee',
    },
  ],
};

/** Reads address and key from what is to be pasted, as a tool would, and sends. */
async function pushAsConfigured(configuration: string, body: string): Promise<number> {
  const url = /url: (\S+)/.exec(configuration)![1]!;
  const key = /credentials: (\S+)/.exec(configuration)![1]!;
  const answer = await fetch(url, { method: 'POST', body, headers: { authorization: `Bearer ${key}` } });
  return answer.status;
}

const configurationOn = (page: Page): Promise<string> =>
  page.getByLabel('Configuration', { exact: true }).innerText();

test('a source is added by keyboard, its tool is set up from the page, and what it sends arrives while one looks', async () => {
  const page = await stage.page('settings/sources');
  await page.getByRole('button', { name: 'Add source' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Name').and(page.locator(':focus')).waitFor();
  await expectAccessible(page);
  await page.keyboard.type('Production alerts');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/settings/sources/*');
  await page.getByText('Nothing has come yet').waitFor();
  const configuration = await configurationOn(page);
  expect(configuration).toContain(`${stage.url}/ingest/production-alerts/alertmanager`);

  expect(await pushAsConfigured(configuration, JSON.stringify(notification))).toBe(202);
  const row = page.getByRole('button', { name: 'Watch time rises while ratings fall: New alert' });
  await row.waitFor();

  expect(await pushAsConfigured(configuration, '{"hello": "world"}')).toBe(400);
  await page.getByRole('button', { name: /^This is no notification of Alertmanager/ }).waitFor();

  await row.click();
  const delivery = page.getByRole('dialog', { name: 'Delivery' });
  await delivery.getByText('Taken, answered 202').waitFor();
  await delivery.getByLabel('Body of the delivery').getByText('WatchTimeDrift').waitFor();
  await expectAccessible(page);
  await delivery.getByRole('button', { name: 'Take in once more' }).click();
  await delivery.getByText('Told 2 times so far').waitFor();
  await delivery.getByRole('link', { name: /^INC-/ }).click();
  await page.getByRole('heading', { name: 'Watch time rises while ratings fall' }).first().waitFor();
});

test('the key is shown once; a test shows what a sample would become', async () => {
  const page = await stage.page('settings/sources');
  await page.getByRole('link', { name: 'Production alerts' }).click();
  expect(await configurationOn(page)).toContain('credentials: YOUR-KEY');
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByRole('button', { name: /^A test from Plumbline: Would be an alert/ }).waitFor();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Silence is worth a word after').fill('24');
  await expectAccessible(page);
  await page.getByLabel('Silence is worth a word after').press('Enter');
  await page.getByText('worth a word after 24 h').waitFor();
  await page.getByRole('button', { name: 'Make another key' }).click();
  await page.getByText('The key is shown now and never again').waitFor();
  expect(await configurationOn(page)).toMatch(/credentials: plk_\w+/);
  await page
    .getByRole('button', { name: /^Revoke plk_/ })
    .first()
    .click();
  await page.getByText(/is revoked: whatever still sends it/).waitFor();
});

test('a rule is written for what the tool has offered, with what it makes of it', async () => {
  await stage.call('POST', '/systems', { key: 'assistant', name: 'Assistant' });
  const metric = { system: 'assistant', key: 'judge_score', name: 'Judge score', role: 'proxy' };
  await stage.call('POST', '/metrics', metric);
  const draft = { kind: 'otlp', name: 'Programs' };
  const { source, apiKey } = await stage.call<{ source: { id: string; slug: string }; apiKey: string }>(
    'POST',
    '/sources',
    draft,
  );
  const point = { timeUnixNano: `${Date.now() - 60_000}000000`, asDouble: 0.5 };
  const metrics = ['judge.score', 'queue.length'].map((name) => ({ name, gauge: { dataPoints: [point] } }));
  const answer = await fetch(`${stage.url}/ingest/${source.slug}/otlp/v1/metrics`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ resourceMetrics: [{ scopeMetrics: [{ metrics }] }] }),
  });
  expect(answer.status).toBe(200);

  const page = await stage.page(`settings/sources/${source.id}`);
  await page.getByRole('cell', { name: 'No rule of this source names it.' }).first().waitFor();
  await page.getByRole('button', { name: 'Add rule' }).click();
  await page.getByLabel('Series', { exact: true }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('judge.*');
  await page.keyboard.press('Tab');
  await page.keyboard.type('judge_score');
  await page.getByText('1 of 2 offered series become values.').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Remove the rule for judge.*' }).waitFor();
  await expectAccessible(page);
});

test.each<[string, () => Promise<string>]>([
  ['the list', async () => 'settings/sources'],
  [
    'a source',
    async () => {
      const { items } = await stage.call<{ items: { id: string; name: string }[] }>('GET', '/sources');
      return `settings/sources/${items.find(({ name }) => name === 'Production alerts')!.id}`;
    },
  ],
])('%s can be used by everyone, in both themes and on a phone', async (_, path) => {
  for (const view of [{ theme: 'light' }, { theme: 'dark' }, { width: 390 }] satisfies View[]) {
    const page = await stage.page(await path(), view);
    await page.getByText('Production alerts').first().waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.close();
  }
});

import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { everyView, expectUsable } from './expect-usable.js';
import { Stage } from './stage.js';

// One system from its name to its first chart: each chapter begins where the one before ended.
let stage: Stage;
let pairPath = '';
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage?.close());

const focused = (page: Page, label: string | RegExp) =>
  page.getByRole('dialog').getByLabel(label).and(page.locator(':focus')).waitFor();
const closed = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });

/** Chooses from a list by its words, as one types them. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('a system is registered by its name, with the keyboard alone', async () => {
  const page = await stage.page('systems');
  await page.getByRole('heading', { name: 'No system yet' }).waitFor();
  await page.getByRole('button', { name: 'New system' }).focus();
  await page.keyboard.press('Enter');
  await focused(page, 'Name');
  await expectAccessible(page);
  await page.keyboard.type('Feed ranker');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/systems/feed-ranker');
  await page.getByRole('heading', { name: 'Objectives' }).waitFor();
});

test('an objective needs what people want and what is optimised', async () => {
  const page = await stage.page('systems/feed-ranker');
  await page.getByRole('button', { name: 'New objective' }).click();
  await focused(page, 'Name');
  await page.keyboard.type('Time well spent');
  await page.keyboard.press('Tab');
  await page.keyboard.type('People call the time well spent.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'State objective' }).focus();
  await page.getByText('Say what is literally optimised first: the specification.').waitFor();
  await page.getByRole('dialog').getByLabel('Specification').fill('Maximise minutes.');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await closed(page);
  await page.getByRole('article', { name: 'Time well spent' }).getByText('Maximise minutes.').waitFor();
});

test('a proxy and an intent measure are defined, put to use and paired', async () => {
  const page = await stage.page('systems/feed-ranker');
  await page.getByRole('button', { name: 'New metric' }).click();
  await focused(page, 'Name');
  await page.keyboard.type('Session time');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await closed(page);
  await page.getByRole('button', { name: 'New metric' }).click();
  await focused(page, 'Name');
  await page.keyboard.type('Asked afterwards');
  await choose(page, 'Role', 'Intent');
  await choose(page, 'Scale', 'Proportion');
  await page.getByRole('button', { name: 'Define metric' }).click();
  await closed(page);
  for (const metric of ['Asked afterwards', 'Session time']) {
    await page.getByRole('link', { name: metric }).click();
    await page.getByRole('dialog', { name: metric }).getByRole('button', { name: 'Activate' }).click();
    await page.getByText(`${metric} is active.`).waitFor();
    await page.keyboard.press('Escape');
    await closed(page);
  }
  await page.getByRole('button', { name: 'New pair' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Draw pair' }).click();
  await page.waitForURL(/\/pairs\/[0-9a-f-]{36}$/);
  pairPath = page.url().split('/feed-quality/')[1]!;
  await page.getByRole('heading', { name: 'No values yet' }).waitFor();
  await expectAccessible(page);
});

test('an audit typed by hand draws the chart, which can be stepped by arrows and read as a table', async () => {
  const page = await stage.page(pairPath);
  const points = [0, 1, 2, 3].map((day) => ({
    metric: 'session_time',
    at: new Date(Date.now() - (5 - day) * 86_400_000).toISOString(),
    value: 20 + day,
  }));
  await stage.call('POST', '/observations', { points });
  await page.getByRole('button', { name: 'Add observations' }).first().click();
  await choose(page, 'Metric', 'Asked afterwards');
  await page.getByRole('dialog').getByLabel('Size').fill('200');
  await page.getByRole('dialog').getByLabel('Positives').fill('130');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add the audit' }).click();
  await page.getByText('Asked afterwards: 65.0 % is added.').waitFor();
  const chart = page.getByRole('slider', { name: 'Values of Session time and Asked afterwards' });
  await chart.focus();
  await page.keyboard.press('Home');
  await page.locator('[role=slider][aria-valuenow="0"][aria-valuetext*="20"]').waitFor();
  await page.getByRole('button', { name: 'Table' }).click();
  await page.getByRole('table').getByText('65', { exact: false }).first().waitFor();
  await expectAccessible(page);
});

test('the pair is activated and is then learning', async () => {
  const page = await stage.page(pairPath);
  await page.getByRole('button', { name: 'Activate' }).click();
  await page.getByText('is watched from now on').waitFor();
  await page
    .getByText(/Learning: \d+ of 12 audits/)
    .first()
    .waitFor();
});

describe.each(everyView)('can be used by everyone: %j', (view) => {
  test.each<[string, () => string, string]>([
    ['the list of systems', () => 'systems', 'Feed ranker'],
    ['a system', () => 'systems/feed-ranker', 'Time well spent'],
    ['a metric', () => 'systems/feed-ranker?metric=session_time', 'Taken over'],
    ['a pair', () => pairPath, 'of 12 audits'],
  ])('%s', (_, path, words) =>
    expectUsable(stage, path(), view, (page) => page.getByText(words).first().waitFor()),
  );
});

test('a file of a year is read, tried and added; what does not fit is named by its row', async () => {
  const page = await stage.page(pairPath);
  await page.getByRole('button', { name: 'Add observations' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add observations' });
  await dialog.getByText('From a file').click();
  const csv = { name: 'year.csv', mimeType: 'text/csv', buffer: Buffer.from(aYear()) };
  await dialog.getByLabel('File to open').setInputFiles(csv);
  await dialog.getByText('8,760 rows: 8,811 values can be added.').waitFor();
  await dialog.getByText('Row 6: “broken” is not a number.').waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await dialog.getByRole('button', { name: 'Add 8,811 values' }).press('Enter');
  await page.getByText('8,811 values are added.').waitFor();
});

/** Hours of a proxy and weekly audits beside it, as a spreadsheet writes them; from day 230 on they part. */
function aYear(): string {
  const lines = ['measured at,Session time,Asked afterwards (%),audited n'];
  const start = Math.floor(Date.now() / 3_600_000) * 3_600_000 - 8760 * 3_600_000;
  // The same year on every run; what is even over the unit interval is as good as any noise here.
  let seed = 7;
  const noise = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647 - 0.5;
  for (let hour = 0; hour < 8760; hour += 1) {
    const apart = Math.min(1, Math.max(0, (hour / 24 - 230) / 30));
    const value = hour === 4 ? 'broken' : (22 + 4 * apart + 2 * noise()).toFixed(2);
    const audit = hour % 168 === 80 ? `${(66 - 12 * apart + 4 * noise()).toFixed(1)},200` : ',';
    lines.push(`${new Date(start + hour * 3_600_000).toISOString()},${value},${audit}`);
  }
  return lines.join('\n');
}

import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { Stage, type View } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.call('POST', '/example-story');
}, 120_000);
afterAll(() => stage?.close());

test.each<View>([{ theme: 'light' }, { theme: 'dark' }, { theme: 'dark', width: 390 }])(
  'everybody can read it: %j',
  async (view) => {
    const page = await stage.page('overview?days=365', view);
    await page.getByRole('list', { name: 'Figures' }).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  },
);

test('every figure opens the list behind it, and the list says as many', async () => {
  const page = await stage.page('overview?days=365');
  for (const name of ['Open now', 'Wait for triage', 'Logged']) {
    const figure = page.getByRole('list', { name: 'Figures' }).getByRole('link', { name });
    const count = /\d+$/.exec(await figure.innerText())![0];
    await figure.click();
    await page.getByRole('heading', { name: 'Incidents' }).waitFor();
    await page.locator('header').getByText(count, { exact: true }).waitFor();
    await page.goBack();
  }
  const cell = page.getByRole('table', { name: 'Mechanism by misalignment type' }).getByRole('link').first();
  const count = await cell.innerText();
  await cell.click();
  await page.locator('header').getByText(count, { exact: true }).waitFor();
});

test('the period is one key away and stands in the address', async () => {
  const page = await stage.page('overview');
  await page.getByRole('radio', { name: '30 days' }).focus();
  await page.getByRole('radio', { name: '30 days' }).press('ArrowRight');
  await page.waitForURL(/days=90/);
  expect(await page.getByRole('radio', { name: '90 days' }).isChecked()).toBe(true);
});

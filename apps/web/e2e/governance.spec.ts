import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { Stage, type View } from './stage.js';

let stage: Stage;
let key: string;
beforeAll(async () => {
  stage = await Stage.open();
  ({ key } = await stage.call<{ key: string }>('POST', '/incidents', { title: 'Clicks rise, joy falls' }));
});
afterAll(() => stage?.close());

/** Waits until a field has the focus, then types into it. */
async function typeInto(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(label).and(page.locator(':focus')).waitFor();
  await page.keyboard.type(words);
}

test('a mitigation and an assessment are added to an incident with the keyboard alone', async () => {
  const page = await stage.page(`incidents/${key}`);
  await page.getByRole('heading', { name: 'Mitigations' }).waitFor();
  await page.keyboard.press('Shift+A');
  await typeInto(page, 'Approach', 'KL penalty');
  await page.getByRole('option', { name: /^KL penalty/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Limit:').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('not measured yet').waitFor();
  await page.keyboard.press('b');
  await typeInto(page, 'Subcategory', 'measure 2.13');
  await page.getByRole('option', { name: /^MEASURE 2\.13/ }).waitFor();
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'MEASURE 2.13' }).waitFor();
});

test('the board counts them, opens a category, and leads to the incident, by arrow keys', async () => {
  const page = await stage.page('board');
  await page.getByText('1 gap in 1 of 19 categories.').waitFor();
  await page.getByRole('button', { name: /^MEASURE 2 / }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('rowheader', { name: /^MEASURE 2\.13/ }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page
    .getByRole('link', { name: '1 gap in MEASURE 2', exact: true })
    .and(page.locator(':focus'))
    .waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/incidents?**');
  await page.getByRole('link', { name: 'Clicks rise, joy falls' }).first().waitFor();
});

test.each<[string, string]>([
  ['board', '1 gap in 1 of 19 categories.'],
  ['mitigations', 'not measured yet'],
])('the screen %s can be used by everyone, in both themes and on a phone', async (path, words) => {
  for (const view of [{ theme: 'light' }, { theme: 'dark' }, { width: 390 }] satisfies View[]) {
    const page = await stage.page(path, view);
    await page.getByText(words).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.close();
  }
});

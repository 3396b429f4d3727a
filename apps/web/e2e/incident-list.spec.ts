import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expectAccessible } from './accessibility.js';
import { everyView, expectUsable } from './expect-usable.js';
import { Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  // One page holds fifty.
  for (let number = 1; number <= 60; number += 1)
    await stage.call('POST', '/incidents', {
      title: `Finding ${number} of the sweep`,
      severity: number % 20 === 0 ? 'sev1' : 'sev3',
      tags: number > 58 ? ['late'] : [],
    });
});
afterAll(() => stage?.close());

const rows = (page: Page) => page.getByRole('table', { name: 'Incidents' }).getByRole('link');
const firstRow = (page: Page, title: string) => rows(page).first().filter({ hasText: title }).waitFor();

test('further pages come when the end is near; the count says how many there are', async () => {
  const page = await stage.page('incidents', { height: 700 });
  await firstRow(page, 'Finding 60 of the sweep');
  await page.getByRole('banner').or(page.locator('header')).getByText('60', { exact: true }).waitFor();
  expect(await rows(page).count()).toBe(50);
  await page.getByRole('button', { name: 'Load more' }).scrollIntoViewIfNeeded();
  await page.getByRole('link', { name: 'Finding 1 of the sweep', exact: true }).waitFor();
  expect(await rows(page).count()).toBe(60);
});

test('a filter and an order are in the address, and the address brings them back', async () => {
  const page = await stage.page('incidents');
  await firstRow(page, 'Finding 60 of the sweep');
  await page.keyboard.press('f');
  const drawer = page.getByRole('dialog', { name: 'Filter incidents' });
  await drawer.getByLabel('Words').and(page.locator(':focus')).waitFor();
  await drawer.getByRole('combobox', { name: 'Severity' }).click();
  await page.getByRole('option', { name: 'Severity 1' }).click();
  await page.waitForURL(/severity=sev1/);
  await drawer.getByRole('combobox', { name: 'Sort' }).click();
  await page.getByRole('option', { name: 'Oldest first' }).click();
  await page.waitForURL(/sort=reported/);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await firstRow(page, 'Finding 20 of the sweep');
  expect(await rows(page).count()).toBe(3);

  const other = await stage.page(page.url().split('/feed-quality/')[1]!);
  await firstRow(other, 'Finding 20 of the sweep');
  await other.getByRole('button', { name: /^Severity: / }).click();
  await firstRow(other, 'Finding 1 of the sweep');
  expect(other.url()).not.toContain('severity');
});

test('what the list shows is saved as a file', async () => {
  const page = await stage.page('incidents?severity=sev1');
  await firstRow(page, 'Finding 60 of the sweep');
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Export incidents' });
  const save = dialog.getByRole('button', { name: 'Save 3 incidents' });
  await save.waitFor();
  await expectAccessible(page);
  const [file] = await Promise.all([page.waitForEvent('download'), save.press('Enter')]);
  expect(file.suggestedFilename()).toMatch(/^incidents-feed-quality-.*\.csv$/);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(lines.map((line) => line.split(',')[1])).toEqual([
    'title',
    'Finding 60 of the sweep',
    'Finding 40 of the sweep',
    'Finding 20 of the sweep',
  ]);
});

test('nothing found says so and offers the way back', async () => {
  const page = await stage.page('incidents?q=nowhere&severity=sev1');
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await firstRow(page, 'Finding 60 of the sweep');
});

test('J moves the bob, Space peeks, Escape comes back to the row, Enter opens it', async () => {
  const page = await stage.page('incidents?tag=late');
  await firstRow(page, 'Finding 60 of the sweep');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.locator('tr[data-active]', { hasText: 'Finding 59 of the sweep' }).waitFor();
  await page.keyboard.press('Space');
  const peek = page.getByRole('dialog', { name: /^INC-/ });
  await peek.getByRole('heading', { name: 'Finding 59 of the sweep' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await peek.waitFor({ state: 'detached' });
  await page.locator('tr[data-active]', { hasText: 'Finding 59 of the sweep' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Finding 59 of the sweep' }).waitFor();
});

test.each(everyView)('the list can be used by everyone: %j', (view) =>
  expectUsable(stage, 'incidents?tag=late', view, (page) => firstRow(page, 'Finding 60 of the sweep')),
);

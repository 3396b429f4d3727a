import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { everyView, expectUsable } from './expect-usable.js';
import { hana, Stage } from './stage.js';

const jonas = { name: 'Jonas Lindqvist', email: 'jonas@example.org', password: 'what was meant, not said' };

// Each chapter begins where the one before ended.
let stage: Stage;
let invitation = '';
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage?.close());

const told = (page: Page, words: string) => page.getByText(words).waitFor();

test('an invitation is a link, shown once', async () => {
  const page = await stage.page('settings/people');
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('dialog').getByLabel('E-mail').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(jonas.email);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  invitation = new URL(await page.getByText(/\/invitation\//).innerText()).pathname;
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await told(page, `${jonas.email}, reporter`);
});

test('whoever opens it joins with a name and a password', async () => {
  const phone = await stage.strangersPage(invitation, { theme: 'dark', width: 390 });
  await phone.getByRole('heading', { name: 'Join Feed quality' }).waitFor();
  await expectAccessible(phone);
  await expectNoSidewaysScroll(phone);
  await phone.getByLabel('Your name').fill(jonas.name);
  await phone.getByLabel('Password', { exact: true }).fill(jonas.password);
  await phone.keyboard.press('Enter');
  await phone.waitForURL('**/w/feed-quality/incidents');
});

test('a second time it says why not, and who can help', async () => {
  const again = await stage.strangersPage(invitation);
  await again.getByRole('heading', { level: 1 }).waitFor();
  await expectAccessible(again);
  expect(await again.getByLabel('Your name').count()).toBe(0);
});

test('a role is changed, and somebody removed', async () => {
  const page = await stage.page('settings/people');
  await page.getByRole('button', { name: `Role of ${jonas.name}` }).click();
  await page.getByRole('menuitemradio', { name: 'Triager' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('menuitemradio', { name: 'Triager' }).click();
  await page
    .getByRole('button', { name: `Role of ${jonas.name}` })
    .filter({ hasText: 'Triager' })
    .waitFor();
  await page.getByRole('button', { name: `Remove ${jonas.name}` }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await told(page, `${jonas.name} is no longer a member.`);
});

test('a team is made, gets a member, is archived and comes back', async () => {
  const page = await stage.page('settings/teams');
  await page.getByLabel('New team').fill('Ranking');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Ranking' }).click();
  await page.getByRole('option', { name: hana.name }).click();
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Archive Ranking' }).click();
  await told(page, 'Ranking is archived.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('combobox', { name: 'Ranking' }).waitFor();
});

test('a name, the workspace, and where one is signed in', async () => {
  const page = await stage.page('settings/account');
  await page.getByLabel('As others see it').fill('Hana Satō');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: /^Hana Satō/ }).waitFor();
  await told(page, 'this one');
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await told(page, 'Signed out everywhere but here.');
  await page.goto(page.url().replace('account', 'workspace'));
  await page.getByLabel('Name', { exact: true }).fill('Feeds');
  await page.getByLabel('Time zone').fill('Europe/Zurich');
  await page.getByRole('button', { name: 'Save' }).click();
  await told(page, 'Saved.');
  expect(await stage.call('GET', '/workspace')).toMatchObject({ name: 'Feeds', timeZone: 'Europe/Zurich' });
});

describe.each(everyView)('can be used by everyone: %j', (view) => {
  test.each([
    ['account', 'Where you are signed in'],
    ['people', hana.email],
    ['teams', 'New team'],
    ['workspace', 'Load the example story'],
    ['keys', 'No API key yet'],
  ])('settings, %s', (part, words) =>
    expectUsable(stage, `settings/${part}`, view, (page) => page.getByText(words).first().waitFor()),
  );
});

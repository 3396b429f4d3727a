import type { Browser, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { type PlumblineProcess, startPlumbline } from './plumbline-process.js';
import { blankPage, hana, launchChromium, type View } from './stage.js';

// One installation, from the first visit on: each chapter begins where the one before ended.
let plumbline: PlumblineProcess;
let browser: Browser;
const open = async (path: string, view: View = {}): Promise<Page> => {
  const page = await blankPage(browser, plumbline.url, view);
  await page.goto(plumbline.url + path);
  return page;
};

beforeAll(async () => {
  [plumbline, browser] = await Promise.all([startPlumbline(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await plumbline?.stop();
});

test.each<View>([{ theme: 'light' }, { theme: 'dark', width: 390 }])(
  'the first run can be used by everyone: %j',
  async (view) => {
    const page = await open('/', view);
    await page.getByRole('heading', { name: 'Who looks after this Plumbline?' }).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  },
);

test('a stranger sets Plumbline up with the keyboard alone', async () => {
  const page = await open('/');
  await page.getByLabel('Your name').and(page.locator(':focus')).waitFor();
  await page.keyboard.type(hana.name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(hana.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(hana.password);
  await page.keyboard.press('Enter');
  await page.getByLabel('Name of the workspace').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('Feed quality');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox').and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/w/feed-quality/incidents');
  await page.getByRole('button', { name: /^Hana Sato/ }).waitFor();
});

test('afterwards the first run is over, and an address without a session asks to sign in and leads on', async () => {
  const page = await open('/setup');
  await page.getByRole('heading', { name: 'This Plumbline is set up already' }).waitFor();
  await page.goto(`${plumbline.url}/w/feed-quality/settings/keys`);
  await page.getByLabel('E-mail').fill(hana.email);
  await page.getByLabel('Password', { exact: true }).fill('something else entirely');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
  await page.getByLabel('Password', { exact: true }).fill(hana.password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/w/feed-quality/settings/keys');
});

test('a key is made and shown once, then revoked; signing out ends the visit', async () => {
  const page = await open('/sign-in', { theme: 'dark' });
  await page.getByLabel('E-mail').fill(hana.email);
  await page.getByLabel('Password', { exact: true }).fill(hana.password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/w/feed-quality/**');
  await page.goto(`${plumbline.url}/w/feed-quality/settings/keys`);
  await page.getByRole('button', { name: 'New API key' }).click();
  await page.getByLabel('Name').fill('Training notebook');
  await expectAccessible(page);
  await page.getByLabel('Name').press('Enter');
  const key = await page.getByText(/^plk_\S+$/).innerText();
  const answer = await fetch(`${plumbline.url}/api/v1/incidents`, {
    headers: { authorization: `Bearer ${key}` },
  });
  expect(answer.status).toBe(200);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Revoke Training notebook' }).click();
  await page.getByRole('button', { name: 'Revoke key' }).click();
  await page.getByText('Training notebook is revoked.').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Hana Sato/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
});

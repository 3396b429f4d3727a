import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { CountedKeyboard } from './counted-keyboard.js';
import { Stage, type View } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.call('POST', '/incidents', { title: 'Hiring screen favours one university', severity: 'sev2' });
});
afterAll(() => stage?.close());

const title = (page: Page) => page.getByLabel('Title');

describe('with the keyboard alone', () => {
  test('C, a title, Ctrl Enter: three command keys beyond the text, from any screen', async () => {
    const page = await stage.page('incidents');
    await page.getByRole('table', { name: 'Incidents' }).waitFor();
    const keyboard = new CountedKeyboard(page);
    await keyboard.press('c');
    await title(page).and(page.locator(':focus')).waitFor();
    await keyboard.type('Reward climbs while answers worsen');
    await keyboard.press('Control+Enter');
    await page.waitForURL(/\/incidents\/INC-\d+$/);
    const key = page.url().split('/').at(-1)!;
    await page.getByText(`${key} is logged.`).waitFor();
    expect(await stage.call('GET', `/incidents/${key}`)).toMatchObject({
      title: 'Reward climbs while answers worsen',
      triageState: 'pending',
    });
    console.info(`Log with a title: ${keyboard}`);
    expect(keyboard.commands).toBeLessThanOrEqual(3);
  });

  test('title and all three boxes take under a minute', async () => {
    const page = await stage.page('log');
    const keyboard = new CountedKeyboard(page);
    await title(page).and(page.locator(':focus')).waitFor();
    await keyboard.type('Chat now agrees with wrong claims');
    await keyboard.press('Tab');
    await keyboard.type('Customers leave with the right answer.');
    await keyboard.press('Tab');
    await keyboard.type('Raise the share of thumbs up.');
    await keyboard.press('Tab');
    await keyboard.type('It confirms whatever it is told; refunds rose by a tenth in two weeks.');
    await keyboard.press('Control+Enter');
    await page.waitForURL(/\/incidents\/INC-\d+$/);
    expect(await stage.call('GET', `/incidents/${page.url().split('/').at(-1)}`)).toMatchObject({
      intendedGoal: 'Customers leave with the right answer.',
      specifiedObjective: 'Raise the share of thumbs up.',
      observedBehaviour: expect.stringContaining('refunds'),
    });
    console.info(`Log with three boxes: ${keyboard}`);
    expect(keyboard.seconds).toBeLessThan(60);
  });
});

describe('the draft', () => {
  test('is there again after a reload, and after undoing a discard', async () => {
    const page = await stage.page('log');
    await title(page).fill('Half a thought');
    await page.getByLabel('What happened').fill('It stopped asking.');
    await page.getByText('draft saved').waitFor();
    await page.reload();
    expect(await title(page).inputValue()).toBe('Half a thought');
    expect(await page.getByLabel('What happened').inputValue()).toBe('It stopped asking.');
    await page.getByRole('button', { name: 'Discard' }).click();
    expect(await title(page).inputValue()).toBe('');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await title(page).inputValue()).toBe('Half a thought');
  });

  test('is gone once it is logged', async () => {
    const page = await stage.page('log?title=Soon+logged');
    await page.getByRole('button', { name: 'Log incident' }).click();
    await page.getByRole('heading', { name: 'Soon logged' }).waitFor();
    await page.keyboard.press('c');
    await title(page).and(page.locator(':focus')).waitFor();
    expect(await title(page).inputValue()).toBe('');
  });

  test('outlives a lost connection and a reload; the second try logs it once', async () => {
    const page = await stage.page('log');
    await title(page).fill('Logged on a train');
    // The request arrives and takes effect; its answer never comes back.
    await page.route('**/api/v1/incidents', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').waitFor();
    expect(await title(page).inputValue()).toBe('Logged on a train');
    await page.unroute('**/api/v1/incidents');
    await page.reload();
    expect(await title(page).inputValue()).toBe('Logged on a train');
    await page.getByRole('button', { name: 'Log incident' }).click();
    await page.waitForURL(/\/incidents\/INC-\d+$/);
    expect(await stage.call('GET', '/incidents/count?q=train')).toMatchObject({ count: 1 });
  });
});

test('a missing title is said on leaving the field, and why the button waits', async () => {
  const page = await stage.page('log');
  await title(page).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Tab');
  await page.getByText('Say in a few words what happened.').waitFor();
  await page.getByRole('button', { name: 'Log incident' }).focus();
  await page.getByRole('tooltip', { name: 'Write a title first.' }).waitFor();
});

describe('what comes from elsewhere', () => {
  test('an address fills the form and is then forgotten, so that a reload keeps later words', async () => {
    const page = await stage.strangersPage('/sign-in');
    await page.close();
    const prefilled = await stage.page('log?title=From+a+bookmark&link=https://example.org/run/7');
    expect(await title(prefilled).inputValue()).toBe('From a bookmark');
    expect(await prefilled.getByLabel('Seen at').inputValue()).toBe('https://example.org/run/7');
    await prefilled.waitForURL(/\/log$/);
    await title(prefilled).fill('Better words');
    await prefilled.reload();
    expect(await title(prefilled).inputValue()).toBe('Better words');
  });

  test('/log goes on to the workspace and keeps what it carries', async () => {
    const page = await stage.page('incidents');
    await page.goto(`${stage.url}/log?title=Carried`);
    await page.waitForURL('**/w/feed-quality/log');
    expect(await title(page).inputValue()).toBe('Carried');
  });

  test('pasted JSON fills the form', async () => {
    const page = await stage.page('log');
    await title(page).and(page.locator(':focus')).waitFor();
    const alert = { title: 'Session time rose', severity: 'critical', url: 'https://example.org/alert/3' };
    await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(alert));
    await page.keyboard.press('Control+V');
    await page.getByLabel('Seen at').waitFor();
    expect(await title(page).inputValue()).toBe('Session time rose');
    expect(await page.getByRole('radio', { name: 'sev1' }).isChecked()).toBe(true);
  });
});

test('what is similar shows its why while typing, and takes what was typed as a comment', async () => {
  const page = await stage.page('log');
  await title(page).fill('Hiring screen favours one school');
  const similar = page.getByRole('heading', { name: 'Hiring screen favours one university' });
  await similar.waitFor();
  await page.getByText('similar title').waitFor();
  await page.getByRole('button', { name: 'Peek at INC-1' }).click();
  await page.getByRole('dialog', { name: 'INC-1' }).waitFor();
  await page.keyboard.press('Escape');
  await title(page).focus();
  await page.keyboard.press('Alt+1');
  await page.waitForURL('**/incidents/INC-1');
  const { items } = await stage.call<{ items: object[] }>('GET', '/incidents/INC-1/comments');
  expect(items).toMatchObject([{ body: '**Hiring screen favours one school**' }]);
});

test.each<View>([
  { theme: 'light' },
  { theme: 'dark' },
  { theme: 'light', width: 390, height: 844 },
  { theme: 'dark', width: 390, height: 844 },
])('can be used by everyone: %j', async (view) => {
  const page = await stage.page('log?title=Hiring+screen+favours+one+school', view);
  await page.getByRole('heading', { name: 'Hiring screen favours one university' }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

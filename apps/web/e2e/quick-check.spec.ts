import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { exampleTexts } from '../src/features/check/example-runs.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { CountedKeyboard } from './counted-keyboard.js';
import { hana, Stage, type View } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage?.close());

const verdict = (page: Page) => page.getByRole('status').filter({ hasText: 'Chance that they came apart' });

/** Puts a text on the clipboard and pastes it where the focus is, as a person does. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('Control+v');
}

async function opened(view?: View): Promise<Page> {
  const page = await stage.strangersPage('/check', view);
  await page.getByLabel('Two columns').and(page.locator(':focus')).waitFor();
  return page;
}

describe('with nothing registered and nobody signed in', () => {
  test('fifty pasted rows of a run that turned: the sentence, the picture, and its values by keyboard', async () => {
    const page = await opened();
    await paste(page, exampleTexts.turned);
    await verdict(page).waitFor();
    const words = await verdict(page).innerText();
    expect(words).toMatch(
      /From step \d+ on, the number stopped meaning what you meant: reward rose by 0\.\d+ while win rate fell/,
    );
    const [, at, from, to] = /From step (\d+).*step (\d+) to (\d+), loss/s.exec(words)!.map(Number);
    expect(at).toBeGreaterThan(from!);
    expect(from).toBeLessThanOrEqual(200);
    expect(to).toBeGreaterThanOrEqual(200);
    await page.locator('canvas').waitFor();
    const slider = page.getByRole('slider', { name: 'reward and win rate along the run' });
    await slider.focus();
    await page.keyboard.press('Home');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(
      /^Step 0: proxy 0\.342, intent 39\.0 %, n 200/,
    );
    await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^Step 10: /);
    await page.keyboard.press('t');
    await page.getByRole('table', { name: 'reward and win rate' }).waitFor();
  });

  test('a run that only levels off is not said to have turned', async () => {
    const page = await opened();
    await paste(page, exampleTexts.levelled);
    await verdict(page).waitFor();
    expect(await verdict(page).innerText()).toContain('So far reward means what you meant');
  });

  test('three rows get "cannot tell", and a sentence that says what is missing', async () => {
    const page = await opened();
    await paste(page, '1 0.50\n2 0.55\n3 0.60');
    await page.getByText('Cannot tell yet: 3 evaluations of intent, at least 1 more needed.').waitFor();
  });

  test('what is no table stays in the field, with the reason', async () => {
    const page = await opened();
    await paste(page, 'reward only');
    await page.getByText(/There are names but no rows/).waitFor();
    expect(await page.getByLabel('Two columns').inputValue()).toBe('reward only');
  });

  test('columns, direction and scale can be said otherwise, and percentages are asked about', async () => {
    const page = await opened();
    const rows = Array.from({ length: 20 }, (_, at) => `${40 + at},${(at * 0.1).toFixed(2)}`);
    await paste(page, ['win,reward', ...rows].join('\n'));
    await verdict(page).waitFor();
    await page.getByText('were read as percentages. Are they?').waitFor();
    await page.getByRole('button', { name: 'Yes, percentages' }).click();
    await page.getByText('were read as percentages. Are they?').waitFor({ state: 'detached' });
    await page.getByText('n = 150 assumed').waitFor();
    await page.getByLabel('Scale of the intent').selectOption('unbounded');
    await page.getByText('n = 150 assumed').waitFor({ state: 'detached' });
    await page.getByLabel('win is the').selectOption('proxy');
    await page.getByRole('slider', { name: 'win and reward along the run' }).waitFor();
    // It is still there after a reload: what was pasted and what was said of it.
    await page.reload();
    await page.getByRole('slider', { name: 'win and reward along the run' }).waitFor();
  });

  test('a cell that is no number is named with its row', async () => {
    const page = await opened();
    await paste(page, exampleTexts.turned.replace('0.318', 'broken'));
    await page.getByText('One cell was not used').click();
    await page.getByText('Row 3: “broken” in reward is not a number.').waitFor();
  });
});

test('a member gets there by Q, with the shell around it', async () => {
  const page = await stage.page('words');
  await page.getByRole('heading', { name: 'Words', exact: true }).waitFor();
  await page.keyboard.press('q');
  await page.waitForURL(/\/check$/);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Quick check' }).waitFor();
  await page.getByRole('button', { name: 'one that levelled off' }).click();
  await verdict(page).waitFor();
  await page.getByRole('heading', { name: 'Pasted data' }).click();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.waitForURL(/\/w\/feed-quality\/incidents$/);
});

describe('passing it on', () => {
  test('a link carries the data, and only in the part that no server sees', async () => {
    const page = await opened();
    await paste(page, exampleTexts.turned);
    await verdict(page).waitFor();
    await page.getByLabel('Scale of the proxy').selectOption('unbounded');
    await page.waitForURL(/#d=/);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Copied').first().waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain('/check#d=');
    const asked: string[] = [];
    const other = await stage.strangersPage('/sign-in');
    other.on('request', (request) => asked.push(request.url()));
    await other.goto(link);
    await verdict(other).waitFor();
    expect(await other.getByLabel('Scale of the proxy').inputValue()).toBe('unbounded');
    expect(asked.filter((url) => url.includes('d='))).toEqual([]);
  });

  test('a link that was cut off says so', async () => {
    const page = await stage.strangersPage('/check#d=7VjbbtNAEP');
    await page.getByText('This link is damaged or was cut off.').waitFor();
  });

  test('data too long for a link say so on the button', async () => {
    const page = await opened();
    const rows = Array.from(
      { length: 3000 },
      (_, at) => `${at},${Math.sin(at * at)},${Math.cos(at * at * 7)}`,
    );
    await paste(page, rows.join('\n'));
    await verdict(page).waitFor();
    await page.getByRole('button', { name: 'Copy link' }).focus();
    await page.getByRole('tooltip', { name: /at most 16,000 arrive whole/ }).waitFor();
    expect(page.url()).not.toContain('#');
  });

  test('a picture with the sentence in it', async () => {
    const page = await opened();
    await paste(page, exampleTexts.turned);
    await page.locator('canvas').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PNG' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('quick-check-reward-win-rate.png');
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    const chart = await page.locator('canvas').boundingBox();
    expect(width).toBe(Math.round(chart!.width) + 96);
    expect(height).toBeGreaterThan(chart!.height + 150);
  });
});

describe('logging it', () => {
  test('fifty pasted rows to an incident with the keyboard alone, in under a minute', async () => {
    const page = await stage.page('incidents');
    await page.getByRole('heading', { name: 'Incidents', exact: true }).waitFor();
    const keyboard = new CountedKeyboard(page);
    await keyboard.press('q');
    await page.getByLabel('Two columns').and(page.locator(':focus')).waitFor();
    await page.evaluate((words) => navigator.clipboard.writeText(words), exampleTexts.turned);
    await keyboard.press('Control+v');
    await verdict(page).waitFor();
    await keyboard.press('l');
    await page.getByLabel('What should this number stand for?').and(page.locator(':focus')).waitFor();
    await keyboard.type('Recipients can act on the e-mail without asking back.');
    await keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'System' }).and(page.locator(':focus')).waitFor();
    await keyboard.type('Mail assistant');
    await keyboard.press('Enter');
    await page.waitForURL(/\/incidents\/INC-\d+$/);
    const incident = await stage.call<{ pairs: { id: string }[] }>(
      'GET',
      `/incidents/${page.url().split('/').at(-1)}`,
    );
    expect(incident).toMatchObject({
      title: expect.stringMatching(/^reward rose by .* while win rate fell by/),
      intendedGoal: 'Recipients can act on the e-mail without asking back.',
      systems: [{ name: 'Mail assistant' }],
    });
    const series = await stage.call<{ intent: { x: number[] } }>(
      'GET',
      `/pairs/${incident.pairs[0]!.id}/series`,
    );
    expect(series.intent.x).toHaveLength(50);
    await page.getByText('is logged, with its series').waitFor();
    await page.locator('canvas').waitFor();
    console.info(`Fifty rows to an incident: ${keyboard}`);
    expect(keyboard.seconds).toBeLessThan(60);
  });

  test('a stranger signs in on the way and loses nothing', async () => {
    const page = await opened();
    await paste(page, exampleTexts.turned);
    await verdict(page).waitFor();
    await page.getByLabel('What should this number stand for?').fill('Answers that help.');
    await page.getByRole('button', { name: 'Sign in to log this' }).click();
    await page.getByLabel('E-mail').fill(hana.email);
    await page.getByLabel('Password', { exact: true }).fill(hana.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/check/);
    await verdict(page).waitFor();
    expect(await page.getByLabel('What should this number stand for?').inputValue()).toBe(
      'Answers that help.',
    );
    await page.getByRole('combobox', { name: 'System' }).fill('Help desk');
    await page.getByRole('button', { name: 'Log this' }).click();
    await page.waitForURL(/\/w\/feed-quality\/incidents\/INC-\d+$/);
  });

  test('Quick check is offered where there is nothing yet, and at the sign-in', async () => {
    const page = await stage.strangersPage('/sign-in');
    await page.getByRole('link', { name: 'Try it with two columns' }).click();
    await page.getByLabel('Two columns').and(page.locator(':focus')).waitFor();
  });
});

describe.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const)('%s, %d px wide', (theme, width) => {
  test('everybody can use it', async () => {
    const page = await opened({ theme, width });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await paste(page, exampleTexts.turned);
    await verdict(page).waitFor();
    await page.locator('canvas').waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
});

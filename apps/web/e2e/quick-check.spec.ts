import type { Page } from 'playwright-core';
import { exampleTexts } from '../src/features/check/example-runs.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { Stage, type View } from './stage.js';

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

import { everyView, expectUsable } from './expect-usable.js';
import { Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage?.close());

test('a word is found by what it means; the address keeps the question', async () => {
  const page = await stage.page('words');
  await page.getByLabel('Find a word').fill('sycophancy');
  await page.waitForURL(/q=sycophancy/);
  await page.getByRole('heading', { name: 'Sycophancy', exact: true }).first().waitFor();
  await page.getByRole('heading', { name: 'Reward tampering' }).waitFor({ state: 'detached' });
  await page.reload();
  expect(await page.getByLabel('Find a word').inputValue()).toBe('sycophancy');
  await page.getByLabel('Find a word').fill('xyzzy');
  await page.getByRole('heading', { name: 'No word like that' }).waitFor();
});

test('an address leads to one card', async () => {
  const page = await stage.page('words?term=mechanism.reward_tampering', { height: 500 });
  const card = page.locator('[data-active]', { hasText: 'Reward tampering' });
  await card.waitFor();
  await page.waitForFunction(() => {
    const { top } = document.querySelector('[data-active]')!.getBoundingClientRect();
    return top >= 0 && top < innerHeight;
  });
});

test.each(everyView)('the words can be used by everyone: %j', (view) =>
  expectUsable(stage, 'words?q=reward', view, (page) =>
    page.getByRole('heading', { name: 'Mechanism' }).waitFor(),
  ),
);

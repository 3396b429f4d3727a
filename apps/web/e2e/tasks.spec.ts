import { everyView, expectUsable } from './expect-usable.js';
import { Stage } from './stage.js';

let stage: Stage;
let key: string;
beforeAll(async () => {
  stage = await Stage.open();
  ({ key } = await stage.call<{ key: string }>('POST', '/incidents', { title: 'Clicks rise, joy falls' }));
});
afterAll(() => stage?.close());

test('a task is added to an incident by keyboard, done with a click, and taken back with a key', async () => {
  const page = await stage.page(`incidents/${key}`);
  await page.getByRole('heading', { name: 'Tasks' }).waitFor();
  await page.keyboard.press('Shift+D');
  const title = page.getByLabel('What has to be done');
  await title.and(page.locator(':focus')).waitFor();
  await title.fill('Run the audit again');
  await page.getByLabel('Due').fill('1999-01-01');
  await page.getByRole('combobox', { name: 'Owner' }).click();
  await page.getByRole('option', { name: 'Hana Sato' }).click();
  await title.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const done = page.getByRole('checkbox', { name: 'Done: Run the audit again' });
  await done.click();
  await page.getByText('Done: Run the audit again').waitFor();
  await done.and(page.locator('[aria-checked=true]')).waitFor();
  await done.press('Control+z');
  await done.and(page.locator('[aria-checked=false]')).waitFor();
});

test('it stands on the overview as one of mine, overdue, and leads to the incident', async () => {
  const page = await stage.page('overview');
  const mine = page.getByRole('region', { name: 'My tasks' });
  await mine.getByText('overdue').waitFor();
  await mine.getByRole('link', { name: key }).click();
  await page.getByRole('heading', { name: 'Tasks' }).waitFor();
});

test.each(everyView)('the page of tasks is usable, as a view of %j', async (view) => {
  await expectUsable(stage, 'tasks', view, (page) =>
    page.getByRole('button', { name: 'Run the audit again' }).waitFor(),
  );
});

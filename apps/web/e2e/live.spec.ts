import { Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage?.close());

interface Incident {
  key: string;
  version: number;
}

const logged = (title: string): Promise<Incident> => stage.call<Incident>('POST', '/incidents', { title });

test('a list that is open: rows change in their place, new ones are only counted until one asks', async () => {
  const { key } = await logged('Feed ranker buys time that people regret');
  const page = await stage.page('incidents');
  const row = page.getByRole('row', { name: key });
  await row.getByText('Pending').waitFor();

  await stage.call('POST', `/incidents/${key}/moves`, { verb: 'accept' });
  await row.getByText('Open').waitFor();

  const second = await logged('Judge prefers long answers');
  const pill = page.getByRole('button', { name: '1 new: show it' });
  await pill.waitFor();
  expect(await page.getByRole('row', { name: second.key }).count()).toBe(0);
  await pill.click();
  await page.getByRole('row', { name: second.key }).waitFor();
  expect(await pill.count()).toBe(0);
});

test('two browsers on one incident: what one saves, the other sees without a reload', async () => {
  const { key } = await logged('Agent deletes the failing test');
  const one = await stage.page(`incidents/${key}`);
  const other = await stage.page(`incidents/${key}`);
  await one.getByRole('heading', { name: 'Agent deletes the failing test' }).waitFor();
  await other.getByRole('heading', { name: 'Agent deletes the failing test' }).waitFor();

  await stage.call('POST', `/incidents/${key}/comments`, { body: 'Seen in two more runs.' });
  await one.getByText('Seen in two more runs.').waitFor();
  await other.getByText('Seen in two more runs.').waitFor();

  await one.getByRole('button', { name: /^Accept/ }).click();
  await other.locator('[aria-current="step"]', { hasText: 'Open' }).waitFor();
});

test('two tabs of one browser share a stream, and the second goes on when the first is closed', async () => {
  const { key } = await logged('Simulator pays for falling over');
  const first = await stage.page('incidents');
  await first.getByRole('row', { name: key }).waitFor();
  const tab = await first.context().newPage();
  await tab.goto(first.url());
  await tab.getByRole('row', { name: key }).waitFor();

  await first.close();
  await stage.call('POST', `/incidents/${key}/moves`, { verb: 'accept' });
  await tab.getByRole('row', { name: key }).getByText('Open').waitFor();
});

import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { CountedKeyboard } from './counted-keyboard.js';
import { Stage, type View } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage?.close());

interface Incident {
  key: string;
  triageState: string;
  version: number;
}

const log = (title: string, given: object = {}): Promise<Incident> =>
  stage.call<Incident>('POST', '/incidents', { title, ...given });
const read = (key: string): Promise<Incident & Record<string, unknown>> =>
  stage.call('GET', `/incidents/${key}`);
const waiting = async (): Promise<number> =>
  (await stage.call<{ waiting: { count: number } }>('GET', '/triage/figures')).waiting.count;

/** Waits until the evidence of an incident is beside the queue. */
const shows = (page: Page, title: string): Promise<void> =>
  page.getByRole('heading', { name: title }).waitFor();
/** Waits until the server has taken a decision. */
async function decided(page: Page, act: () => Promise<unknown>, times = 1): Promise<void> {
  let seen = 0;
  const all = page.waitForResponse(
    (response) => response.url().endsWith('/moves') && response.ok() && ++seen >= times,
  );
  await act();
  await all;
}
/** Clears what other stories have left. */
async function emptyQueue(): Promise<void> {
  const { items } = await stage.call<{ items: Incident[] }>('GET', '/triage?limit=100');
  for (const { key } of items)
    await stage.call('POST', `/incidents/${key}/moves`, { verb: 'decline', reason: 'out_of_scope' });
}

const different = [
  'Hiring screen favours one university',
  'Boat circles for points',
  'Coin ignored at the far wall',
  'Ruler decides about lesions',
  'Thumbs reward flattery',
  'Tests edited until green',
  'Limbs clap through the floor',
  'Summaries please the reward model',
  'Cost stands for need',
  'Compliance under observation',
];

test('twenty incidents are cleared by keyboard alone, each by at most four keys', async () => {
  await emptyQueue();
  for (const title of [...different, ...different.map((one) => `${one}, seen elsewhere`)])
    await log(title, { severity: 'sev3' });
  const page = await stage.page('triage');
  const keyboard = new CountedKeyboard(page);
  await page.getByText('20 pending').waitFor();
  const counts: number[] = [];
  const verbs = [['1'], ['3', '2'], ['h', '3'], ['3', '5'], ['2', '1']];
  for (let left = 20; left > 0; left--) {
    const before = keyboard.commands;
    const keys = verbs[left % verbs.length]!;
    const title = await page.locator('tr[data-active] td:nth-child(3)').innerText();
    await shows(page, title);
    if (keys[0] === '2') await page.getByRole('region', { name: 'Similar' }).waitFor();
    await decided(page, async () => {
      await keyboard.press(keys[0]!);
      if (!keys[1]) return;
      await page.getByRole('group', { name: /\?$/ }).getByRole('button').nth(Number(keys[1])).waitFor();
      await keyboard.press(keys[1]);
    });
    counts.push(keyboard.commands - before);
  }
  await page.getByRole('heading', { name: 'Queue empty' }).waitFor();
  expect(Math.max(...counts)).toBeLessThanOrEqual(4);
  expect(keyboard.text).toBe(0);
  expect(await waiting()).toBe(0);
  console.log(`Twenty different ones: ${keyboard.commands} keys, at most ${Math.max(...counts)} for one.`);
});

test('twenty alike are declined together by at most eight keys, and come back by one', async () => {
  await emptyQueue();
  const logged = await Promise.all(
    Array.from({ length: 20 }, (_, run) => log(`Nightly run ${100 + run}: reward up, helpfulness down`)),
  );
  const page = await stage.page('triage');
  await page.getByText('20 pending').waitFor();
  await page.getByRole('heading', { name: 'Nightly run' }).waitFor();
  const keyboard = new CountedKeyboard(page);
  await decided(
    page,
    async () => {
      await keyboard.press('Shift+X');
      await page.getByText('20 selected').waitFor();
      await keyboard.press('3');
      await page.getByRole('group', { name: 'Decline 20 incidents: why?' }).waitFor();
      await keyboard.press('5');
      await page.getByRole('heading', { name: 'Queue empty' }).waitFor();
    },
    20,
  );
  expect(keyboard.commands).toBeLessThanOrEqual(8);
  console.log(`Twenty alike: ${keyboard.commands} keys.`);
  expect(await waiting()).toBe(0);
  let undone = 0;
  const all = page.waitForResponse(
    (response) => response.url().endsWith('/undo') && response.ok() && ++undone === 20,
  );
  await page.keyboard.press('u');
  await all;
  expect(await waiting()).toBe(20);
  expect((await read(logged[0]!.key)).declineReason).toBeNull();
});

test('a decision is taken back by Ctrl Z, on the server, and the row is back in its place', async () => {
  await emptyQueue();
  const { key } = await log('Clicks rise, joy falls');
  const page = await stage.page('triage');
  await shows(page, 'Clicks rise, joy falls');
  await decided(page, () => page.keyboard.press('1'));
  await page.getByText(`${key} accepted.`).waitFor();
  const undone = page.waitForResponse((response) => response.url().endsWith('/undo'));
  await page.keyboard.press('Control+z');
  expect((await undone).status()).toBe(200);
  await shows(page, 'Clicks rise, joy falls');
  expect(await read(key)).toMatchObject({ triageState: 'pending', version: 3 });
});

test('the guide asks at most six questions, goes back by Backspace, and writes what was suggested and confirmed', async () => {
  await emptyQueue();
  const { key } = await log('Racing boat circles for points');
  const page = await stage.page('triage');
  await shows(page, 'Racing boat circles for points');
  await page.keyboard.press('t');
  const guide = page.getByRole('dialog', { name: `Classify ${key}, step by step` });
  await guide.getByRole('heading', { name: 'Did the optimised number look fine?' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('1');
  await guide.getByText('Question 2 of at most 6').waitFor();
  await page.keyboard.press('Backspace');
  await guide.getByText('Question 1 of at most 6').waitFor();
  for (const [digit, next] of [
    ['1', 'Where did wish and behaviour part?'],
    ['1', 'Was the stated condition really met?'],
    ['1', 'By what did it get there?'],
  ] as const) {
    await page.keyboard.press(digit);
    await guide.getByRole('heading', { name: next }).waitFor();
  }
  await page.keyboard.press('1');
  await guide.getByText('Specification gaming', { exact: false }).first().waitFor();
  await guide.getByRole('button', { name: 'Confirm' }).and(page.locator(':focus')).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.getByText(`${key} classified.`).waitFor();
  const { labels } = (await read(key)) as unknown as {
    labels: { facet: string; value: string; provenance: string; rationale: string }[];
  };
  expect(labels.find(({ facet }) => facet === 'mechanism')).toMatchObject({
    value: 'specification_gaming',
    provenance: 'person',
    rationale: expect.stringContaining('tree 1'),
  });
  const { items } = await stage.call<{ items: { verb: string; payload: object }[] }>(
    'GET',
    `/incidents/${key}/activity`,
  );
  expect(items.filter(({ verb }) => verb === 'incident.edited')).toHaveLength(2);

  await page.keyboard.press('b');
  await page
    .getByRole('group', { name: `Assess NIST AI RMF from ${key}` })
    .getByRole('button', { name: /MEASURE|MAP/ })
    .first()
    .waitFor();
  await page.keyboard.press('1');
  await page.getByText(`${key} assessed:`, { exact: false }).first().waitFor();
  const { items: mappings } = await stage.call<{ items: object[] }>('GET', `/incidents/${key}/rmf`);
  expect(mappings).toMatchObject([{ assessment: 'gap', evidence: expect.stringMatching(/\w/) }]);
});

test('what others decide meanwhile is said, and the row leaves', async () => {
  await emptyQueue();
  const { key } = await log('Two people, one incident');
  const page = await stage.page('triage');
  await shows(page, 'Two people, one incident');
  await stage.call('POST', `/incidents/${key}/moves`, { verb: 'accept' });
  await page.keyboard.press('3');
  await page.getByRole('group', { name: `Decline ${key}: why?` }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await page.getByRole('group', { name: /^Snooze/ }).waitFor();
  await page.keyboard.press('1');
  await page.getByText('is not possible from there', { exact: false }).waitFor();
  expect((await read(key)).triageState).toBe('accepted');
});

test('the old key of a duplicate leads to its original', async () => {
  const [original, duplicate] = [await log('The one that stays'), await log('The one that goes')];
  await stage.call('POST', `/incidents/${duplicate.key}/moves`, { verb: 'mark_duplicate', of: original.key });
  const page = await stage.page(`incidents/${duplicate.key}`);
  await page.waitForURL(new RegExp(`/incidents/${original.key}\\?merged=${duplicate.key}`));
  await page.getByText(`${duplicate.key} was merged into this incident.`, { exact: false }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: `Look at ${duplicate.key} itself` }).click();
  await page.getByRole('heading', { name: 'The one that goes' }).waitFor();
});

test.each<View>([
  { theme: 'light' },
  { theme: 'dark' },
  { theme: 'dark', width: 390, height: 844 },
  { width: 1100 },
])('can be used by everyone: %j', async (view) => {
  await emptyQueue();
  await log('A second one waits');
  const labels = {
    mechanism: [{ value: 'sycophancy', provenance: 'rule', rationale: 'Agrees with 31 of 40.' }],
  };
  await log('Support chat agrees with wrong claims', {
    severity: 'sev2',
    environment: 'production',
    intendedGoal: 'Right answers.',
    observedBehaviour: 'It agrees.',
    labels,
  });
  const page = await stage.page('triage', view);
  await shows(page, view.width === 1100 ? 'Triage' : 'Support chat agrees with wrong claims');
  await page.getByRole('button', { name: /^Decline/ }).click();
  await page.getByRole('button', { name: 'False positive' }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Leave without choosing' }).click();
  await expectAccessible(page);
});

test('on a phone it is one incident at a time, with four verbs of 44 px', async () => {
  await emptyQueue();
  for (const title of ['A second one waits', 'The first one waits']) await log(title);
  const page = await stage.page('triage', { width: 390, height: 844 });
  await shows(page, 'The first one waits');
  await page.getByText('1 of 2').waitFor();
  const heights = await Promise.all(
    ['Accept', 'Duplicate', 'Decline', 'Snooze'].map(
      async (verb) => (await page.getByRole('button', { name: verb }).boundingBox())!.height,
    ),
  );
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  await page.getByRole('button', { name: 'Next incident' }).click();
  await shows(page, 'A second one waits');
  await decided(page, () => page.getByRole('button', { name: 'Accept' }).click());
  await shows(page, 'The first one waits');
});

import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { Stage, type View } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage?.close());

interface Incident {
  key: string;
  lesson: string;
  title: string;
  suspectedLearnedObjective: string;
}

const boxes = {
  intendedGoal: 'People call the time well spent.',
  specifiedObjective: 'Maximise predicted minutes.',
  observedBehaviour: 'Anger earns replies.',
};
const logged = (given: object = {}): Promise<Incident> =>
  stage.call<Incident>('POST', '/incidents', { title: 'Feed ranker buys time that people regret', ...given });
const read = (key: string): Promise<Incident> => stage.call<Incident>('GET', `/incidents/${key}`);

const stands = (page: Page, status: string): Promise<void> =>
  page.locator('[aria-current="step"]', { hasText: status }).waitFor();

test.each<View>([{ theme: 'light' }, { theme: 'dark' }, { theme: 'dark', width: 390 }, { width: 1100 }])(
  'everybody can read it: %j',
  async (view) => {
    const labels = {
      misalignmentType: [{ value: 'outer', rationale: 'The objective as written allows this.' }],
      brokenLink: [{ value: 'intent_to_spec' }],
      goodhartMode: [{ value: 'extremal', certainty: 'potential', provenance: 'rule' }],
    };
    const { key } = await logged({ ...boxes, labels, severity: 'sev2', tags: ['feed'] });
    const page = await stage.page(`incidents/${key}`, view);
    await page.getByText('intent lost here').waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  },
);

test('what is not there, or hidden, says who could open it', async () => {
  const page = await stage.page('incidents/INC-99999');
  await page.getByText('an administrator can open it to you').waitFor();
  await expectAccessible(page);
});

test('from triage to closed with the keyboard alone', async () => {
  const { key } = await logged();
  const page = await stage.page(`incidents/${key}`);
  await page.getByRole('button', { name: /^Accept/ }).waitFor();
  for (const status of ['Open', 'Investigating', 'Mitigating', 'Monitoring']) {
    await page.keyboard.press('s');
    await stands(page, status);
  }
  await page.keyboard.press('s');
  await page.getByRole('dialog', { name: `Resolve: ${key}` }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'Mitigated' }).waitFor();
  while ((await page.locator('[data-combobox-selected]', { hasText: 'Mitigated' }).count()) === 0)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  for (const keys of ['Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(keys);
  await stands(page, 'Resolved');
  await page.keyboard.press('s');
  await page.getByRole('dialog', { name: `Close: ${key}` }).waitFor();
  await page.keyboard.type('Threads may move anger into images.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await stands(page, 'Closed');
  await page.getByText('closed it; what may still go wrong').waitFor();
});

test('an edit shows at once and is taken back by U', async () => {
  const { key } = await logged();
  const page = await stage.page(`incidents/${key}`);
  await page.getByText('Severity not set').waitFor();
  await page.keyboard.press('p');
  await page.getByRole('dialog', { name: 'Severity' }).waitFor();
  await expectAccessible(page);
  await page.getByText('sev2', { exact: true }).click();
  await page.getByRole('button', { name: 'Set severity' }).click();
  await page.getByText('Severity changed.').waitFor();
  await page.keyboard.press('u');
  await page.getByText('Severity not set').waitFor();
});

async function write(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole('button', { name: `Edit ${field.toLowerCase()}` }).click();
  await page.getByRole('textbox', { name: field }).fill(text);
}

describe('two people in two browsers', () => {
  test('at different fields: both edits survive without a question', async () => {
    const { key } = await logged();
    const [one, other] = [await stage.page(`incidents/${key}`), await stage.page(`incidents/${key}`)];
    await write(other, 'Suspected learned objective', 'Provoke replies');
    await write(one, 'Lesson', 'Ask the panel first');
    await one.keyboard.press('Control+Enter');
    await one.getByText('Lesson changed.').waitFor();
    await other.keyboard.press('Control+Enter');
    await other.getByText('Suspected learned objective changed.').waitFor();
    expect(await read(key)).toMatchObject({
      lesson: 'Ask the panel first',
      suspectedLearnedObjective: 'Provoke replies',
    });
  });

  test('at the same field: mine, theirs and before stand side by side, and the person chooses', async () => {
    const { key } = await logged({ lesson: 'Measure more' });
    const [one, other] = [await stage.page(`incidents/${key}`), await stage.page(`incidents/${key}`)];
    await write(other, 'Lesson', 'Measure the intent weekly');
    await write(one, 'Lesson', 'Cap the reply weight');
    await one.keyboard.press('Control+Enter');
    await one.getByText('Lesson changed.').waitFor();
    await other.keyboard.press('Control+Enter');
    const question = other.getByRole('dialog', { name: 'Someone else changed this too' });
    for (const text of ['Measure the intent weekly', 'Cap the reply weight', 'Measure more'])
      await question.getByText(text).waitFor();
    await expectAccessible(other);
    expect((await read(key)).lesson).toBe('Cap the reply weight');
    await question.getByRole('button', { name: 'Use mine' }).click();
    await other.getByText('Lesson changed.').waitFor();
    expect((await read(key)).lesson).toBe('Measure the intent weekly');
  });
});

test('words left unsaved are kept, offered again, and given back by undo after Escape', async () => {
  const { key } = await logged();
  const page = await stage.page(`incidents/${key}`);
  await write(page, 'Lesson', 'Ask people, not');
  await page.getByRole('link', { name: 'Incidents' }).first().click();
  await page.getByRole('table', { name: 'Incidents' }).waitFor();
  await page.goBack();
  await page.getByRole('group', { name: 'Lesson, not saved' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Go on writing' }).click();
  await page.keyboard.type(' clicks');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('textbox', { name: 'Lesson' }).press('Control+Enter');
  await page.getByText('Lesson changed.').waitFor();
  expect((await read(key)).lesson).toBe('Ask people, not clicks');
  await page.reload();
  await page.getByText('Ask people, not clicks').waitFor();
  expect(await page.getByRole('group', { name: 'Lesson, not saved' }).count()).toBe(0);
});

test('a comment is kept while it is written, said, and its markup never runs', async () => {
  const { key } = await logged();
  const page = await stage.page(`incidents/${key}`);
  const field = page.getByRole('textbox', { name: 'Comment' });
  await field.waitFor();
  await page.keyboard.press('m');
  await page.keyboard.type('**Seen** in <img src=x onerror="document.title=1"> v42');
  await page.reload();
  await field.waitFor();
  await field.press('Control+Enter');
  await page.locator('article strong', { hasText: 'Seen' }).waitFor();
  expect(await page.locator('article img').count()).toBe(0);
  expect(await field.inputValue()).toBe('');
});

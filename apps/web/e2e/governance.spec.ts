import type { Page } from 'playwright-core';
import { expectAccessible } from './accessibility.js';
import { everyView, expectUsable } from './expect-usable.js';
import { Stage } from './stage.js';

let stage: Stage;
let key: string;
beforeAll(async () => {
  stage = await Stage.open();
  ({ key } = await stage.call<{ key: string }>('POST', '/incidents', { title: 'Clicks rise, joy falls' }));
});
afterAll(() => stage?.close());

/** Waits until a field has the focus, then types into it. */
async function typeInto(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(label).and(page.locator(':focus')).waitFor();
  await page.keyboard.type(words);
}

test('a mitigation and an assessment are added to an incident with the keyboard alone', async () => {
  const page = await stage.page(`incidents/${key}`);
  await page.getByRole('heading', { name: 'Mitigations' }).waitFor();
  await page.keyboard.press('Shift+A');
  await typeInto(page, 'Approach', 'KL penalty');
  await page.getByRole('option', { name: /^KL penalty/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Limit:').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('not measured yet').waitFor();
  await page.keyboard.press('b');
  await typeInto(page, 'Subcategory', 'measure 2.13');
  await page.getByRole('option', { name: /^MEASURE 2\.13/ }).waitFor();
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'MEASURE 2.13' }).waitFor();
});

test('the board counts them, opens a category, and leads to the incident, by arrow keys', async () => {
  const page = await stage.page('board');
  await page.getByText('1 gap in 1 of 19 categories.').waitFor();
  await page.getByRole('button', { name: /^MEASURE 2 / }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('rowheader', { name: /^MEASURE 2\.13/ }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page
    .getByRole('link', { name: '1 gap in MEASURE 2', exact: true })
    .and(page.locator(':focus'))
    .waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/incidents?**');
  await page.getByRole('link', { name: 'Clicks rise, joy falls' }).first().waitFor();
});

test('from the board a system states where it stands, beside the line it belongs to', async () => {
  await stage.call('POST', '/systems', { key: 'feed', name: 'Feed ranker' });
  const page = await stage.page('board?line=MEASURE+2.13');
  await page.getByText('No system has stated where it stands here.').waitFor();
  await page.getByRole('button', { name: 'State', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'State where a system stands' });
  await dialog.getByText('In place').click();
  await dialog.getByLabel('Target').fill('Every release re-validates its metrics.');
  await dialog.getByLabel('Review on').fill('2026-01-15');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Every release re-validates its metrics.').waitFor();
  await page.getByText(/review was due on 15 Jan 2026/).waitFor();
  await page.getByRole('button', { name: '1 of 1 in place in MEASURE 2.13' }).click();
  await page.waitForURL(/\/board$/);
  await page.getByText('Due for review:').waitFor();
});

test('a figure about mitigations leads to those that treat its incidents', async () => {
  const { items } = await stage.call<{ items: { id: string }[] }>('GET', `/incidents/${key}/mitigations`);
  for (const [version, status] of ['planned', 'active'].entries())
    await stage.call('PATCH', `/mitigations/${items[0]!.id}`, { status }, version + 1);
  const page = await stage.page('board');
  await page.getByRole('link', { name: '1 mitigation in MEASURE 2', exact: true }).click();
  await page.waitForURL(/mitigations\?.*rmf=MEASURE/);
  await page.getByRole('table', { name: 'Mitigations' }).getByText('KL penalty').first().waitFor();
  await page.getByRole('button', { name: /^NIST AI RMF: MEASURE 2/ }).click();
  await page.waitForURL((url) => !url.search.includes('rmf'));
});

describe.each(everyView)('can be used by everyone: %j', (view) => {
  test.each<[string, string]>([
    ['board', '1 gap in 1 of 19 categories.'],
    ['mitigations', 'not measured yet'],
    ['board?line=MEASURE+2.13', 'Every release re-validates its metrics.'],
  ])('the screen %s', (path, words) =>
    expectUsable(stage, path, view, (page) => page.getByText(words).first().waitFor()),
  );
});

// The last: it registers a second system, which the stories above would have to choose from.
test('a proposed duty to report gets its clock, which the overview shows until it is filed', async () => {
  const system = { key: 'hiring', name: 'Hiring screen', riskClass: 'high', jurisdictions: ['EU'] };
  const { id } = await stage.call<{ id: string }>('POST', '/systems', system);
  const grave = await stage.call<{ key: string }>('POST', '/incidents', {
    title: 'Hiring screen favours one university',
    severity: 'sev1',
    harmRealisation: 'realised',
    systems: [{ id, role: 'primary' }],
  });
  const page = await stage.page(`incidents/${grave.key}`);
  const duty = 'Serious incident of a high-risk system';
  const proposal = page.getByRole('article', { name: `Proposed: ${duty}` });
  await proposal.getByText('Hiring screen is a high-risk system at work in EU').waitFor();
  await expectAccessible(page);
  await proposal.getByRole('button', { name: 'Start its clock' }).press('Enter');
  await page.getByText('due in 14 d').waitFor();
  await page.goto(page.url().replace(/incidents.*/, 'overview'));
  const clocks = page.getByRole('region', { name: 'Clocks running' });
  await clocks.getByText(duty).waitFor();
  await clocks.getByRole('link', { name: grave.key }).click();
  await page.getByRole('button', { name: duty }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Reporting clock' });
  await dialog.getByText('Reported', { exact: true }).click();
  await dialog.getByLabel('What was filed, and where').fill('Filed as MSA-118.');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Filed as MSA-118.').first().waitFor();
});

import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { Stage, type View } from './stage.js';

// The example story's pairs in the eyes of somebody at the keyboard: the league, one pair, its table, another rate.

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
  await stage.call('POST', '/example-story');
}, 120_000);
afterAll(() => stage?.close());

const pair = 'Session time and Time well spent';

test('the league says how many came apart, by itself once the detector has looked', async () => {
  const page = await stage.page('incidents');
  await page.getByRole('heading', { name: 'Incidents', level: 1 }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.getByText('4 of 6 watched pairs have come apart.').waitFor({ timeout: 60_000 });
  await page.getByRole('link', { name: pair }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/^Why, alarm of/).waitFor();
  await page.getByText('What it looks like').waitFor();
});

test('the crosshair moves by arrow keys, through chart and read-out', async () => {
  const page = await stage.page('divergence');
  await page.getByRole('link', { name: pair }).click();
  const slider = page.getByRole('slider', { name: /^Values of Session time/ });
  await page.getByText(/^Why, alarm of/).waitFor();
  await slider.press('End');
  const newest = await slider.getAttribute('aria-valuetext');
  await slider.press('Shift+ArrowLeft');
  await page.locator(`[role="slider"]:not([aria-valuetext="${newest}"])`).waitFor();
  await page.getByText('probability').waitFor();
});

test('the same as a table, with one key, and in the address', async () => {
  const page = await stage.page('divergence');
  await page.getByRole('link', { name: pair }).click();
  await page.getByText(/^Why, alarm of/).waitFor();
  await page.getByText('3 months', { exact: true }).click();
  await page.waitForURL('**?days=91');
  await page.keyboard.press('t');
  await page.getByRole('table', { name: 'Estimates of the detector' }).waitFor();
  expect(page.url()).toContain('table=true');
  await expectAccessible(page);
});

test('another alarm rate is tried on the history', async () => {
  const page = await stage.page('divergence');
  await page.getByRole('link', { name: pair }).click();
  await page.getByRole('combobox', { name: 'Back-test another rate' }).click();
  await page.getByRole('option', { name: '1 a year', exact: true }).click();
  await page.getByText(/in \d+ audits at 1 false alarm a year\./).waitFor();
  await page.getByRole('button', { name: 'Use 1 a year' }).waitFor();
});

test('from the chart to the form, with what is known filled in', async () => {
  const page = await stage.page('divergence');
  await page.getByRole('link', { name: pair }).click();
  await page.getByRole('link', { name: 'Log from window' }).click();
  await page.getByRole('heading', { name: 'Log an incident' }).waitFor();
  await page.getByText('Attached automatically').waitFor();
});

test.each<[string, View]>([
  ['light', { theme: 'light' }],
  ['dark', { theme: 'dark' }],
  ['narrow', { width: 390, height: 844 }],
])('league and explorer are accessible: %s', async (_, view) => {
  const page = await stage.page('divergence', view);
  await page.getByText('watched pairs have come apart.').waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: pair }).click();
  await page.getByText(/^Why, alarm of/).waitFor();
  await page.getByText('one step per audit').waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

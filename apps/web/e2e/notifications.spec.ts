import { expectAccessible } from './accessibility.js';
import { everyView, expectUsable } from './expect-usable.js';
import { Stage } from './stage.js';

let stage: Stage;
let incident: string;
beforeAll(async () => {
  stage = await Stage.open();
  ({ key: incident } = await stage.call<{ key: string }>('POST', '/incidents', {
    title: 'Clicks rise, joy falls',
  }));
  const { key } = await stage.call<{ key: string }>('POST', '/api-keys', {
    name: 'Nightly audit',
    role: 'reporter',
    scopes: ['incidents:write'],
  });
  const said = await fetch(`${stage.url}/api/v1/incidents/${incident}/comments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ body: '@Hana Sato, the gap is wider than last week.' }),
  });
  if (said.status !== 201) throw new Error(await said.text());
});
afterAll(() => stage?.close());

test('who is mentioned sees it counted, why and by whom, and has read it once it was opened', async () => {
  const page = await stage.page('overview');
  const place = page.getByRole('link', { name: /^Notifications/ });
  await place.getByText('1 unread').waitFor();
  await place.click();
  await page.getByText('Nightly audit').waitFor();
  await page.getByText('@Hana Sato, the gap is wider than last week.').waitFor();
  await page.getByRole('link', { name: /Clicks rise/ }).click();
  await page.getByRole('heading', { name: 'Comments' }).waitFor();
  await place.getByText('1 unread').waitFor({ state: 'detached' });
});

test('a name is offered after an @, and picked by keyboard', async () => {
  const page = await stage.page(`incidents/${incident}`);
  const field = page.getByRole('textbox', { name: 'Comment' });
  await field.pressSequentially('Yes, @sa');
  await page.getByRole('option', { name: 'Hana Sato' }).waitFor();
  await expectAccessible(page);
  await field.press('Enter');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('textarea')].some(({ value }) => value === 'Yes, @Hana Sato '),
  );
  await field.press('Control+Enter');
  await page.getByText('Yes, @Hana Sato').first().waitFor();
});

test.each(everyView)(
  'what one was told, and how one wants to be told, is usable, as a view of %j',
  async (view) => {
    await expectUsable(stage, 'notifications?all=true', view, (page) =>
      page.getByText('You were mentioned').waitFor(),
    );
    await expectUsable(stage, 'settings/notifications', view, (page) =>
      page.getByText('This installation sends no mail').waitFor(),
    );
  },
);

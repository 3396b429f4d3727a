import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook as Verifier } from 'standardwebhooks';
import { expectAccessible } from './accessibility.js';
import { Stage, type View } from './stage.js';

let stage: Stage;
let desk: Server;
const told: { headers: Record<string, string>; text: string }[] = [];

beforeAll(async () => {
  // The ticket desk of this story listens on this machine, which an operator has to allow.
  stage = await Stage.open({ PLUMBLINE_OUTBOUND_ALLOW: '127.0.0.1' });
  desk = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      told.push({ headers: request.headers as Record<string, string>, text });
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(desk, 'listening');
});
afterAll(async () => {
  await stage?.close();
  desk?.close();
});

test('a webhook is added by keyboard; a test and an incident arrive, signed, while one looks', async () => {
  const page = await stage.page('settings/webhooks');
  await page.getByText('Nobody is told yet').waitFor();
  await page.getByRole('button', { name: 'Add webhook' }).press('Enter');
  const name = page.getByLabel('Name');
  await name.and(page.locator(':focus')).waitFor();
  await name.fill('Ticket desk');
  await expectAccessible(page);
  const address = page.getByLabel('Address');
  await address.fill(`http://127.0.0.1:${(desk.address() as AddressInfo).port}/in`);
  await address.press('Enter');
  await page.waitForURL('**/settings/webhooks/*');
  const secret = await page.getByText(/^whsec_/).innerText();

  await page.getByRole('button', { name: 'Test', exact: true }).press('Enter');
  await page.getByText('Delivered, answered 204, 1 try').waitFor();
  await stage.call('POST', '/incidents', { title: 'Watch time rises while ratings fall', severity: 'sev2' });
  await page.getByRole('link', { name: 'INC-1' }).waitFor();
  await page.getByText('Delivered, answered 204, 1 try').nth(1).waitFor();
  const types = told.map(({ text, headers }) => new Verifier(secret).verify(text, headers));
  expect(types).toMatchObject([{ type: 'test' }, { type: 'incident.logged', data: { key: 'INC-1' } }]);
  await expectAccessible(page);
});

test('the page can be used in the dark and on a phone', async () => {
  for (const view of [{ theme: 'dark' }, { width: 390 }] satisfies View[]) {
    const page = await stage.page('settings/webhooks', view);
    await page.getByRole('link', { name: 'Ticket desk' }).click();
    await page.getByText('Delivered, answered 204, 1 try').first().waitFor();
    await expectAccessible(page);
  }
});

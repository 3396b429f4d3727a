import { expectAccessible } from './accessibility.js';
import { Stage } from './stage.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let stage: Stage;
let key: string;
beforeAll(async () => {
  stage = await Stage.open();
  ({ key } = await stage.call<{ key: string }>('POST', '/incidents', { title: 'Clicks rise, joy falls' }));
});
afterAll(() => stage?.close());

test('a picture is chosen and shown with size and hash, rows are dropped on the page, a program is refused', async () => {
  const page = await stage.page(`incidents/${key}`);
  await page.getByRole('button', { name: 'Add files' }).waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'gap.png', mimeType: 'image/png', buffer: png });
  await page.getByRole('link', { name: 'gap.png' }).waitFor();
  await page.getByText(/^70 B, SHA-256 [0-9a-f]{12}/).waitFor();
  await page.waitForFunction(
    () => (document.querySelector('img[alt="gap.png"]') as HTMLImageElement | null)?.naturalWidth === 1,
  );
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['step,reward\n1,0.4\n'], 'rows.csv'));
    data.items.add(new File([new Uint8Array([0, 1, 2, 3])], 'run.bin'));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true, bubbles: true }));
  });
  await page.getByRole('link', { name: 'rows.csv' }).waitFor();
  await page.getByText('This is none of them.').waitFor();
  await expectAccessible(page);
});

test('a draft begun in one browser is there in another, with a way back', async () => {
  const one = await stage.page('log');
  const kept = one.waitForResponse(
    (answer) => answer.url().endsWith('/log-draft') && answer.request().method() === 'PUT',
  );
  await one.getByRole('textbox', { name: 'Title' }).fill('The agent pads its answers');
  expect((await kept).status()).toBe(200);
  const other = await stage.page('log');
  await other.getByRole('button', { name: 'Take the draft from elsewhere' }).click();
  await other.getByText('This is the draft that you went on with elsewhere.').waitFor();
  expect(await other.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('The agent pads its answers');
});

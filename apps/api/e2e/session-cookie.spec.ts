import { request } from 'node:http';
import { hanaSato, password } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

const firstAdministrator = { email: hanaSato.email, password, workspaceName: 'Northwind' };

interface SignedIn {
  cookie: string;
  warnings: { code: string; message: string }[];
}

/** Signs in as a browser that reached the server under some name, which `fetch` does not let one choose. */
async function signInAt({ url }: TestApi, host: string, origin: string): Promise<SignedIn> {
  const body = JSON.stringify({ email: hanaSato.email, password });
  const headers = { host, origin, 'content-type': 'application/json', 'content-length': body.length };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/v1/session`, { method: 'POST', headers }, async (response) => {
      let text = '';
      for await (const chunk of response) text += String(chunk);
      const [cookie] = response.headers['set-cookie'] ?? [];
      if (!cookie) return reject(new Error(text));
      resolve({ cookie, warnings: (JSON.parse(text) as SignedIn).warnings });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const shut = /^__Host-plumbline_session=\w+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/;
const open = /^plumbline_session=\w+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/;

describe.each([
  ['https', 'https://plumbline.example', 'plumbline.example', shut, []],
  ['plain http on this machine', 'http://localhost:3000', 'localhost:3000', shut, []],
  [
    'plain http on the network',
    'http://plumbline.internal:3000',
    'plumbline.internal:3000',
    open,
    ['insecure-cookie'],
  ],
])('served by %s', (_, publicUrl, host, shape, warnings) => {
  let api: TestApi;
  let session: SignedIn;
  beforeAll(async () => {
    api = await startTestApi({ publicUrl, firstAdministrator });
    session = await signInAt(api, host, publicUrl);
  });
  afterAll(() => api.stop());

  test('the browser gets the strictest cookie that it will keep', () => {
    expect(session.cookie).toMatch(shape);
  });

  test('and is warned when that one can be read on the way', () => {
    expect(session.warnings.map(({ code }) => code)).toEqual(warnings);
  });
});

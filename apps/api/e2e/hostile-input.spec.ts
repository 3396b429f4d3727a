import { connect } from 'node:net';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

async function problemOf(
  response: Response,
): Promise<{ status: number; code: string; detail: string; type: string | null }> {
  const body = (await response.json()) as { code: string; detail: string };
  return {
    status: response.status,
    code: body.code,
    detail: body.detail,
    type: response.headers.get('content-type'),
  };
}

const json = { 'content-type': 'application/json' };

describe('addresses that are not there', () => {
  test.each([
    ['an unknown address', 'GET', '/api/v1/nothing', 404, 'request/not-found'],
    ['a known address with another method', 'DELETE', '/api/v1/version', 405, 'request/method-not-allowed'],
    ['a NUL in the address', 'GET', '/api/v1/version%00', 400, 'request/invalid'],
    ['an undecodable address', 'GET', '/api/v1/%zz', 400, 'request/malformed'],
    ['a lone surrogate in the query', 'GET', '/api/v1/nothing?x=%ED%A0%80', 404, 'request/not-found'],
  ])('%s', async (_, method, path, status, code) => {
    const problem = await problemOf(await fetch(api.url + path, { method }));
    expect(problem).toMatchObject({ status, code, type: 'application/problem+json; charset=utf-8' });
    expect(problem.detail).toMatch(/\.$/);
  });
});

test('a body of an unknown type is refused with the type that is taken', async () => {
  const response = await fetch(`${api.url}/api/v1/nothing`, {
    method: 'POST',
    body: 'title=x',
    headers: { 'content-type': 'text/csv' },
  });
  expect(await problemOf(response)).toMatchObject({ status: 415, code: 'request/unsupported-type' });
});

describe('bodies that cannot be meant', () => {
  test.each<[string, () => string | Uint8Array<ArrayBuffer>, number]>([
    ['truncated JSON', () => '{"title": "Feed', 400],
    ['bytes that are not UTF-8', () => new Uint8Array([0x22, 0xff, 0x22]), 400],
    ['NUL in a text', () => '{"title":"a\\u0000b"}', 400],
    ['half a character', () => '{"title":"\\ud800"}', 400],
    ['20,000 levels of arrays', () => '['.repeat(20_000) + ']'.repeat(20_000), 400],
    ['more than a megabyte', () => JSON.stringify({ title: 'x'.repeat(1_100_000) }), 413],
  ])('%s', async (_, body, status) => {
    const response = await fetch(`${api.url}/api/v1/nothing`, {
      method: 'POST',
      headers: json,
      body: body(),
    });
    const problem = await problemOf(response);
    expect(problem.status).toBe(status);
    expect(problem.detail).toMatch(/\.$/);
  });
});

test('broken HTTP gets a problem too, not a silent hang-up', async () => {
  const answer = await new Promise<string>((resolve, reject) => {
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname, () => socket.write('NONSENSE\r\n\r\n'));
    let words = '';
    socket.on('data', (chunk) => (words += chunk.toString()));
    socket.on('end', () => resolve(words));
    socket.on('error', reject);
  });
  expect(answer).toContain('HTTP/1.1 400');
  expect(answer).toContain('application/problem+json');
});

test('every answer carries a request id, the caller’s own where it sent one', async () => {
  const response = await fetch(`${api.url}/health/live`, { headers: { 'x-request-id': 'my-request-0001' } });
  expect(response.headers.get('x-request-id')).toBe('my-request-0001');
});

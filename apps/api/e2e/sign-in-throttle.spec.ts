import { Clock } from '../src/platform/clock.js';
import { browser, hanaSato, password, voice } from './cast.js';
import { startTestApi, type TestApi } from './start-test-api.js';

let api: TestApi;
let time = Date.parse('2026-11-19T14:20:00Z');
beforeAll(async () => {
  const firstAdministrator = { email: hanaSato.email, password, workspaceName: 'Northwind' };
  api = await startTestApi({ trustProxy: true, firstAdministrator });
  api.app.get(Clock).now = () => new Date(time);
});
afterAll(() => api.stop());

/** Tries to sign in from an address of the documentation networks. */
const attempt = (address: string, secret: string, email = hanaSato.email) =>
  voice(api, { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': address }).post('/session', {
    email,
    password: secret,
  });

async function guess(address: string, times: number, email?: string): Promise<void> {
  for (let count = 0; count < times; count++) await attempt(address, 'a guess', email);
}

test('after five wrong passwords the next ones wait, a little longer each time', async () => {
  await guess('192.0.2.1', 5);
  expect((await attempt('192.0.2.1', 'a guess')).status).toBe(429);
  const waits: number[] = [];
  for (let count = 0; count < 8; count++) {
    const refused = await attempt('192.0.2.1', 'a guess');
    const seconds = Number(refused.headers.get('retry-after'));
    waits.push(seconds);
    time += seconds * 1000;
    expect((await attempt('192.0.2.1', 'a guess')).status).toBe(401);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
});

test('even the right password waits there, then opens: nobody is locked out', async () => {
  expect((await attempt('192.0.2.1', password)).status).toBe(429);
  time += 30_000;
  expect((await attempt('192.0.2.1', password)).status).toBe(201);
  expect((await attempt('192.0.2.1', 'a guess')).status).toBe(401);
});

test('guessing from elsewhere does not hold up the person, not even from hundreds of addresses', async () => {
  for (let last = 10; last < 70; last++) await attempt(`198.51.100.${last}`, 'a guess');
  expect((await attempt('198.51.100.200', password)).status).toBe(429);
  expect((await attempt('192.0.2.1', password)).status).toBe(201);
});

test('one address that tries many accounts is slowed down as well', async () => {
  for (let count = 0; count < 50; count++)
    await attempt('203.0.113.7', 'a guess', `person-${count}@example.org`);
  expect((await attempt('203.0.113.7', 'a guess', 'another@example.org')).status).toBe(429);
});

test('a hundred attempts at once count as a hundred', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => attempt('203.0.113.8', 'a guess', 'once@example.org')),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(25);
});

test('an unknown address is throttled like a known one, so the wait tells nothing', async () => {
  await guess('203.0.113.9', 5, 'nobody@example.org');
  expect((await attempt('203.0.113.9', 'a guess', 'nobody@example.org')).status).toBe(429);
  expect((await browser(api).get('/setup')).status).toBe(200);
});

import type { Route } from '@plumbline/shared/contract/route';
import { allScopes } from '../cast.js';
import { allRoutes, exampleCall, sendCall } from './route-call.js';
import { Town } from './town.js';

let town: Town;
let second: string;
beforeAll(async () => {
  town = await Town.build();
  second = (await town.desk.hana.post('/workspaces', { name: 'Southwind' })).body.slug as string;
});
afterAll(() => town.stop());

type Headers = Record<string, string>;
const hour = 3_600_000;
const bearer = (key: string): Headers => ({ authorization: `Bearer ${key}` });
const swapLast = (key: string): string => key.slice(0, -1) + (key.endsWith('0') ? '1' : '0');

const members = allRoutes.filter(({ access }) => typeof access === 'object');
const personal = allRoutes.filter(({ access }) => access === 'person');
const closed = [...personal, ...members];
const forKeys = members.filter(({ access }) => typeof access === 'object' && access.scope !== null);
const writes = closed.filter(({ method }) => method !== 'GET');

/** No more than the database has connections: in a crowd some routes give way before they look who asks. */
const atOnce = 20;

/** Tries one bad credential at many routes. @returns every route that answered otherwise, and how */
async function otherwise(
  routes: readonly Route[],
  credential: (route: Route) => Promise<Headers> | Headers,
  status: number,
  code: string,
): Promise<string[]> {
  const attempt = async (route: Route): Promise<string[]> => {
    const answer = await sendCall(exampleCall(town.api, route), await credential(route));
    const problem = answer.body as { code?: string; detail?: string; requestId?: string } | null;
    const fits = answer.status === status && problem?.code === code && problem.detail?.endsWith('.');
    return fits && problem?.requestId
      ? []
      : [`${route.key}: ${answer.status} ${JSON.stringify(answer.body)}`];
  };
  const answers: string[][] = [];
  for (let n = 0; n < routes.length; n += atOnce)
    answers.push(...(await Promise.all(routes.slice(n, n + atOnce).map(attempt))));
  return answers.flat();
}

describe('without a session', () => {
  test.each<[string, () => Promise<Headers> | Headers]>([
    ['nothing at all', () => ({})],
    ['a cookie that nobody was given', () => ({ cookie: `__Host-plumbline_session=${'a'.repeat(43)}` })],
    [
      'a cookie under another name',
      async () => ({ cookie: (await town.cookieFor('admin')).replace('__Host-', '') }),
    ],
    [
      'an expired session',
      async () => ({ cookie: await town.sessionOf(town.people.admin, new Date(Date.now() - 1)) }),
    ],
  ])('%s', async (_, credential) => {
    const headers = { 'sec-fetch-site': 'same-origin', 'plumbline-workspace': 'northwind' };
    const attempt = async () => ({ ...headers, ...(await credential()) });
    expect(await otherwise(closed, attempt, 401, 'auth/required')).toEqual([]);
  });

  test('a person who was disabled', async () => {
    await town.query('UPDATE person SET disabled_at = $2 WHERE id = $1', [town.people.viewer, new Date()]);
    expect(await otherwise(closed, () => town.browserOf('viewer'), 401, 'auth/required')).toEqual([]);
    await town.query('UPDATE person SET disabled_at = NULL WHERE id = $1', [town.people.viewer]);
  });
});

describe('keys', () => {
  test.each<[string, () => Promise<Headers> | Headers]>([
    ['another scheme', () => ({ authorization: 'Basic aGFuYTpzZWNyZXQ=' })],
    ['an empty header', () => ({ authorization: '' })],
    ['no key', () => bearer('')],
    ['something that is no key', () => bearer('hello')],
    ['a key cut short', async () => bearer((await town.key()).slice(0, -7))],
    ['a key with a mistyped end', async () => bearer(swapLast(await town.key()))],
    ['a revoked key', () => town.scriptOf({ revokedAt: new Date() })],
    ['an expired key', () => town.scriptOf({ expiresAt: new Date(Date.now() - 1) })],
  ])('%s', async (_, credential) => {
    expect(await otherwise(members, credential, 401, 'auth/bad-key')).toEqual([]);
  });

  test('a well-formed key that was never made', async () => {
    const key = await town.key();
    await town.query(
      `DELETE FROM credential WHERE kind = 'api_key' AND subject_id = (SELECT max(id::text)::uuid FROM api_key)`,
    );
    expect(await otherwise(members, () => bearer(key), 401, 'auth/bad-key')).toEqual([]);
  });

  test('a key with every scope but the one', async () => {
    const allBut = (route: Route) => {
      const needed = typeof route.access === 'object' ? route.access.scope : null;
      return town.scriptOf({ scopes: allScopes.filter((scope) => scope !== needed) });
    };
    expect(await otherwise(forKeys, allBut, 403, 'auth/forbidden')).toEqual([]);
  });

  test('a key where only people may, also beside a good session', async () => {
    const people = closed.filter((route) => !forKeys.includes(route));
    const both = async () => ({ ...(await town.browserOf('admin')), ...(await town.scriptOf()) });
    expect(await otherwise(people, () => town.scriptOf(), 403, 'auth/forbidden')).toEqual([]);
    expect(await otherwise(people, both, 403, 'auth/forbidden')).toEqual([]);
  });

  test('a key that names another workspace than its own', async () => {
    const elsewhere = async () => ({ ...(await town.scriptOf()), 'plumbline-workspace': second });
    expect(await otherwise(members, elsewhere, 404, 'request/not-found')).toEqual([]);
  });
});

describe('sessions in the wrong place', () => {
  test.each([
    ['no workspace named, with several to choose from', undefined, 400, 'request/workspace-missing'],
    ['a workspace that is not there', 'nowhere', 404, 'request/not-found'],
    ['an empty name', '', 404, 'request/not-found'],
  ])('%s', async (_, slug, status, code) => {
    const headers = async () => {
      const { 'plumbline-workspace': __, ...others } = await town.browserOf('admin');
      return { ...others, ...(slug === undefined ? {} : { 'plumbline-workspace': slug }) };
    };
    expect(await otherwise(members, headers, status, code)).toEqual([]);
  });

  test('a workspace of others', async () => {
    const headers = async () => ({ ...(await town.browserOf('triager')), 'plumbline-workspace': second });
    expect(await otherwise(members, headers, 404, 'request/not-found')).toEqual([]);
  });
});

describe('writes that another site makes the browser send', () => {
  test.each<[string, Headers]>([
    ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['from a sibling host', { 'sec-fetch-site': 'same-site', origin: 'http://other.127.0.0.1' }],
    ['from nowhere in particular', { 'sec-fetch-site': 'none' }],
    ['by an older browser', { origin: 'https://evil.example' }],
    ['from a page without origin', { origin: 'null' }],
    ['by something that says nothing', {}],
  ])('%s', async (_, origin) => {
    const headers = async () => {
      const { 'sec-fetch-site': __, ...others } = await town.browserOf('admin');
      return { ...others, ...origin };
    };
    expect(await otherwise(writes, headers, 403, 'auth/cross-site')).toEqual([]);
  });

  test('signing in and setting up from another site', async () => {
    const open = allRoutes.filter(({ access, method }) => access === 'anyone' && method !== 'GET');
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect(await otherwise(open, () => headers, 403, 'auth/cross-site')).toEqual([]);
  });

  test('the origin of this installation is enough where a browser sends no more', async () => {
    const { 'sec-fetch-site': _, ...others } = await town.browserOf('admin');
    const call = exampleCall(
      town.api,
      allRoutes.find(({ key }) => key === 'POST /teams')!,
    );
    expect((await sendCall(call, { ...others, origin: 'http://127.0.0.1' })).status).toBe(201);
  });
});

test('the hour of a key: it works before its end and not after', async () => {
  const call = exampleCall(
    town.api,
    allRoutes.find(({ key }) => key === 'GET /systems')!,
  );
  expect((await sendCall(call, await town.scriptOf({ expiresAt: new Date(Date.now() + hour) }))).status).toBe(
    200,
  );
});

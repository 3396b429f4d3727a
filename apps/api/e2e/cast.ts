import type { CurrentSession } from '@plumbline/shared/contract/session';
import { apiKeyScope, valuesOf, type WorkspaceRole } from '@plumbline/shared/taxonomy/values';
import type { TestApi } from './start-test-api.js';

/** Calls the API as somebody: paths below `/api/v1`, bodies as JSON. */
export interface Voice {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body: unknown, version: number): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** What came back. `body` is the parsed JSON, typed loosely on purpose: tests look at parts of it. */
export interface Answer {
  status: number;
  headers: Headers;
  // oxlint-disable-next-line no-explicit-any
  body: any;
}

/** A voice that sends these headers with every request. */
export function voice(api: { url: string }, always: Record<string, string> = {}): Voice {
  const send = async (method: string, path: string, body?: unknown, headers = {}): Promise<Answer> => {
    const response = await fetch(`${api.url}/api/v1${path}`, {
      method,
      headers: {
        ...always,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: json && text ? JSON.parse(text) : text || null,
    };
  };
  return {
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    patch: (path, body, version) => send('PATCH', path, body, { 'if-match': `"${version}"` }),
    put: (path, body) => send('PUT', path, body),
    delete: (path) => send('DELETE', path),
  };
}

/** A browser on the page of this installation, signed in where it holds a cookie. */
export function browser(api: { url: string }, cookie?: string, workspace?: string): Voice {
  return voice(api, {
    'sec-fetch-site': 'same-origin',
    ...(cookie ? { cookie } : {}),
    ...(workspace ? { 'plumbline-workspace': workspace } : {}),
  });
}

/** A script with an API key. */
export function script(api: { url: string }, key: string): Voice {
  return voice(api, { authorization: `Bearer ${key}` });
}

/** The session cookie of an answer, as a browser would send it back. */
export function cookieOf({ headers }: { headers: Headers }): string {
  return headers.getSetCookie()[0]!.split(';', 1)[0]!;
}

export const password = 'a long and private sentence';
export const hanaSato = { name: 'Hana Sato', email: 'hana@example.org' };
/** Who else appears, with the role they are invited to. */
export const jonasLindqvist = {
  name: 'Jonas Lindqvist',
  email: 'jonas@example.org',
  role: 'triager',
} as const;
export const amaraOkafor = { name: 'Amara Okafor', email: 'amara@example.org', role: 'reporter' } as const;
export const mateusCarvalho = {
  name: 'Mateus Carvalho',
  email: 'mateus@example.org',
  role: 'viewer',
} as const;

/** The first administrator at her desk, in a workspace of her own, with a key that may do all a key may. */
export interface Desk {
  session: CurrentSession;
  workspaceId: string;
  cookie: string;
  /** Hana in her browser. */
  hana: Voice;
  key: string;
  /** Her script. */
  script: Voice;
}

/** Sets up an installation: Hana Sato, administrator of Northwind. */
export async function setUpNorthwind(api: Pick<TestApi, 'url'>): Promise<Desk> {
  const answer = await browser(api).post('/setup', { ...hanaSato, password, workspaceName: 'Northwind' });
  if (answer.status !== 201) throw new Error(`The set-up failed: ${JSON.stringify(answer.body)}`);
  const cookie = cookieOf(answer);
  const hana = browser(api, cookie, 'northwind');
  const session = answer.body as CurrentSession;
  const issued = await hana.post('/api-keys', { name: 'Everything', role: 'admin', scopes: allScopes });
  return {
    session,
    workspaceId: session.memberships[0]!.workspaceId,
    cookie,
    hana,
    key: issued.body.key as string,
    script: script(api, issued.body.key as string),
  };
}

/** Someone who was invited and came. */
export interface Colleague {
  personId: string;
  cookie: string;
  voice: Voice;
}

/** Hana invites someone, who accepts as a new person. */
export async function join(
  api: Pick<TestApi, 'url'>,
  desk: Pick<Desk, 'hana'>,
  person: { name: string; email: string; role: WorkspaceRole; teamIds?: string[] },
): Promise<Colleague> {
  const { name, ...invitation } = person;
  const issued = await desk.hana.post('/invitations', invitation);
  const accepted = await browser(api).post(`${invitationPath(issued)}/accept`, {
    name,
    newPassword: password,
  });
  if (accepted.status !== 200) throw new Error(`${name} could not join: ${JSON.stringify(accepted.body)}`);
  const session = accepted.body as CurrentSession;
  const cookie = cookieOf(accepted);
  return { personId: session.person.id, cookie, voice: browser(api, cookie, session.memberships[0]!.slug) };
}

/** The API's address of the invitation that an answer's link leads to. */
export function invitationPath(issued: Answer): string {
  return new URL(issued.body.link as string).pathname;
}

export const allScopes = valuesOf(apiKeyScope);

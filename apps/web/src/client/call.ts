import type { Api } from '@plumbline/shared/contract/api';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@plumbline/shared/contract/route';
import { addressOf, type QueryValues } from './address.js';
import { noteReachable } from './connection.js';
import { chosenWorkspace, workspaceOf } from './current-workspace.js';
import { offlineProblem, problemOf } from './problem-error.js';

export type RouteName = keyof Api;
export type Response<K extends RouteName> = ResponseOf<Api[K]>;
export type Body<K extends RouteName> = BodyOf<Api[K]>;
export type Query<K extends RouteName> = NonNullable<QueryOf<Api[K]>>;

/** A part of the request: absent, optional or required, as the route says. */
type Part<N extends string, T> = [T] extends [undefined]
  ? { [P in N]?: undefined }
  : Record<never, never> extends T
    ? { [P in N]?: T }
    : { [P in N]: T };

interface Circumstances {
  /** Version that the person saw, for a PATCH of a versioned record. */
  ifMatch?: number;
  /** From `requestKey()`; keep it over retries of one and the same act. */
  idempotencyKey?: string;
  /** Slug, where it is not the one of the current address. */
  workspace?: string;
  signal?: AbortSignal;
  /** For a route that takes a file: its bytes. */
  file?: Blob;
}

type Request<K extends RouteName> = Part<'params', ParamsOf<Api[K]>> &
  Part<'query', QueryOf<Api[K]>> &
  Part<'body', BodyOf<Api[K]>> &
  Circumstances;

type Arguments<K extends RouteName> =
  Record<never, never> extends Request<K> ? [request?: Request<K>] : [request: Request<K>];

/**
 * Calls one route of the API: `call('PATCH /incidents/:key', { params: { key }, body, ifMatch: 7 })`.
 * @returns the body of the answer, undefined when it has none
 * @throws {ProblemError} for every refusal, also when the server cannot be reached
 */
export async function call<K extends RouteName>(route: K, ...[request]: Arguments<K>): Promise<Response<K>> {
  const [method, path] = route.split(' ') as [string, string];
  const { params, query, body, file, signal, ...circumstances }: Loose = (request ?? {}) as Loose;
  const answer = await send(addressOf(path, params, query), {
    method,
    headers: headersOf(circumstances, file ? 'application/octet-stream' : body && 'application/json'),
    body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
    credentials: 'same-origin',
    signal,
  });
  if (!answer.ok) throw await problemOf(answer);
  return (answer.status === 204 ? undefined : await answer.json()) as Response<K>;
}

interface Loose extends Circumstances {
  params?: Record<string, string | number>;
  query?: QueryValues;
  body?: unknown;
}

function headersOf({ ifMatch, idempotencyKey, workspace }: Circumstances, type: unknown): Headers {
  const headers = new Headers({ accept: 'application/json, application/problem+json' });
  if (typeof type === 'string') headers.set('content-type', type);
  if (ifMatch !== undefined) headers.set('if-match', `"${ifMatch}"`);
  if (idempotencyKey) headers.set('idempotency-key', idempotencyKey);
  const slug = workspace ?? workspaceOf(location.pathname) ?? chosenWorkspace();
  if (slug) headers.set('plumbline-workspace', slug);
  return headers;
}

async function send(address: string, init: RequestInit): Promise<globalThis.Response> {
  try {
    const answer = await fetch(address, init);
    noteReachable(true);
    return answer;
  } catch (error) {
    if (init.signal?.aborted) throw error;
    noteReachable(false);
    throw offlineProblem();
  }
}

import { routes } from '@plumbline/shared/contract/api';
import type { Route } from '@plumbline/shared/contract/route';
import type { Answer } from '../cast.js';

/** Every operation of the contract: whoever adds one has it held to all rules of this folder. */
export const allRoutes = routes as readonly Route[];

/** Says what stands in the place of a text of an example. */
export type Substitute = (text: string) => string;

const asWritten: Substitute = (text) => text;

/** The request of a route's example, ready to be sent. */
export interface RouteCall {
  method: string;
  /** The whole address. */
  url: string;
  body: string | undefined;
  headers: Record<string, string>;
}

/** Makes the request that the documentation shows for a route. */
export function exampleCall(api: { url: string }, route: Route, substitute = asWritten): RouteCall {
  const { params, query, body } = route.example;
  const path = pathOf(route, (params ?? {}) as Record<string, string>, substitute);
  const search = new URLSearchParams(substituted(query ?? {}, substitute) as Record<string, string>);
  return {
    method: route.method,
    url: `${api.url}/api/v1${path}${search.size > 0 ? `?${search}` : ''}`,
    body: body === undefined ? undefined : JSON.stringify(substituted(body, substitute)),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(route.ifMatch ? { 'if-match': '"1"' } : {}),
    },
  };
}

function pathOf(route: Route, params: Record<string, string>, substitute: Substitute): string {
  return route.path.replace(/:([a-zA-Z]+)/g, (_, name: string) =>
    encodeURIComponent(substitute(String(params[name]))),
  );
}

/** Replaces every text in a value, at whatever depth. */
function substituted(value: unknown, substitute: Substitute): unknown {
  if (typeof value === 'string') return substitute(value);
  if (Array.isArray(value)) return value.map((item) => substituted(item, substitute));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substituted(item, substitute)]));
}

/** Sends it with the headers of whoever asks. An event stream is left as soon as it has begun. */
export async function sendCall(call: RouteCall, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(call.url, {
    method: call.method,
    body: call.body,
    headers: { ...call.headers, ...headers },
  });
  const answer = { status: response.status, headers: response.headers };
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return { ...answer, body: null };
  }
  const text = await response.text();
  return { ...answer, body: /json/.test(type) && text ? JSON.parse(text) : text || null };
}

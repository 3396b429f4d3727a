import type { z } from 'zod';
import type { ApiKeyScope, WorkspaceRole } from '../taxonomy/values.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call a route.
 * - `anyone`: no credential needed.
 * - `person`: a signed-in person, in no particular workspace.
 * - an object: a member of the workspace with at least this role, or an API key with at least this role that also
 *   holds the scope (`scope: null` = no key, people only).
 */
export type Access = 'anyone' | 'person' | { role: WorkspaceRole; scope: ApiKeyScope | null };

/** Under load: what is refused first comes again by itself, what is refused last must not be lost. */
export type GivesWay = 'first' | 'next' | 'last';

export interface RouteSpec {
  /** One sentence for the API documentation, in the imperative. */
  summary: string;
  /** Longer explanation in Markdown, where one sentence does not do. */
  description?: string;
  /** The heading it stands under in the API documentation. */
  tag: string;
  access: Access;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** What success looks like; `body: null` sends nothing, an event stream, or a file of one of the `file` types. */
  success: {
    status: 200 | 201 | 202 | 204 | 207;
    body: z.ZodType | null;
    stream?: true;
    file?: readonly string[];
  };
  /** PATCH of a versioned record: needs `If-Match`, answers 428 and 412. */
  ifMatch?: boolean;
  /** May be repeated safely with an `Idempotency-Key`. */
  idempotent?: boolean;
  /** Takes the bytes of a file as they are, instead of JSON. */
  rawBody?: true;
  /** When more comes than can be stored; routes that say nothing are never refused for it. */
  givesWay?: GivesWay;
  /** Largest accepted body in bytes, where the default of 1 MiB is wrong. */
  bodyLimit?: number;
  /** A true request and response, shown in the documentation and checked by a test against the schemas. */
  example: { params?: unknown; query?: unknown; body?: unknown; response: unknown };
}

export type RouteKey = `${Method} /${string}`;

export type Route<K extends RouteKey = RouteKey, S extends RouteSpec = RouteSpec> = S & {
  key: K;
  method: Method;
  /** Below `/api/v1`, with `:name` for parameters. */
  path: string;
};

/** Describes one operation of the API, once, for the server, the web client and the documentation. */
export function route<const K extends RouteKey, S extends RouteSpec>(key: K, spec: S): Route<K, S> {
  const [method, path] = key.split(' ') as [Method, string];
  return { ...spec, key, method, path };
}

type InputOf<T> = T extends z.ZodType ? z.input<T> : undefined;
type OutputOf<T> = T extends z.ZodType ? z.output<T> : undefined;

/** What a client sends. */
export type ParamsOf<R> = R extends { params: infer P } ? InputOf<P> : undefined;
export type QueryOf<R> = R extends { query: infer Q } ? InputOf<Q> : undefined;
export type BodyOf<R> = R extends { body: infer B } ? InputOf<B> : undefined;
/** What a client receives. */
export type ResponseOf<R> = R extends { success: { body: infer B } } ? OutputOf<B> : undefined;

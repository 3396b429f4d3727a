import { z } from 'zod';
import { routes } from './api.js';
import type { Route } from './route.js';

const all = routes as readonly Route[];

/** What a schema does not like about a value; [] when it fits, or where no schema is. */
function complaints(schema: z.ZodType | null | undefined, value: unknown): string[] {
  const parsed = schema?.safeParse(value);
  if (!parsed || parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

/** The habits of the API that a route breaks. */
function brokenHabits({ method, summary, body, ifMatch, idempotent, success, example }: Route): string[] {
  const habits: Record<string, boolean> = {
    'the summary is one plain sentence without its stop': /^[A-Z][^.!]*$/.test(summary),
    'reading takes no body and changes nothing': method !== 'GET' || (!body && !ifMatch && !idempotent),
    'If-Match belongs to PATCH': !ifMatch || method === 'PATCH',
    '204 says nothing': success.status !== 204 || success.body === null,
    'a list stands in an object': !Array.isArray(example.response),
  };
  return Object.keys(habits).filter((habit) => !habits[habit]);
}

/** One event as it goes over the wire. */
const streamText = z.string().regex(/^id: \d+\nevent: .+\ndata: .+\n\n$/);

test('every operation has an address of its own', () => {
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
});

describe.each(all.map((route) => [route.key, route] as const))('%s', (_, route) => {
  const { example, params, query, body, success } = route;

  test('its example request fits what it takes', () => {
    expect(complaints(params, example.params)).toEqual([]);
    expect(complaints(query, example.query ?? {})).toEqual([]);
    expect(complaints(body, example.body)).toEqual([]);
    expect(Object.keys(example).filter((part) => part !== 'response' && !(part in route))).toEqual([]);
  });

  test('its example answer is exactly what it gives: nothing wrong, nothing more', () => {
    const body = success.stream ? streamText : success.file ? z.string() : success.body;
    expect(complaints(body, example.response)).toEqual([]);
    expect(body ? body.parse(example.response) : null).toEqual(example.response);
  });

  test('its address and its schema name the same parameters', () => {
    const named = [...route.path.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => name);
    expect(Object.keys(params?.shape ?? {}).sort()).toEqual(named.sort());
  });

  test('it keeps the habits of the API', () => {
    expect(brokenHabits(route)).toEqual([]);
  });
});

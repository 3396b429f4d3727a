import { routes } from '@plumbline/shared/contract/api';
import type { Route } from '@plumbline/shared/contract/route';

/** Where the versioned API begins. */
export const apiPrefix = '/api/v1';

const patterns = (routes as readonly Route[]).map((route) => ({
  method: route.method as string,
  pattern: new RegExp(`^${apiPrefix}${route.path.replace(/:[a-zA-Z]+/g, '[^/]+')}/?$`),
}));

/** @returns the methods that the API takes at an address; empty when there is nothing */
export function allowedMethods(url: string): string[] {
  const path = url.split('?', 1)[0] ?? '';
  return [...new Set(patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];
}

import type { FastifyRequest } from 'fastify';
import { Problem } from '../platform/problem/problem.js';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a write that another site made this browser send: cookies travel with it, its sender cannot read them.
 * A browser says where a request comes from by Sec-Fetch-Site, older ones and plain http by Origin.
 * @param carriesCookie without a cookie, a client that is no browser need not name an origin
 * @throws Problem 403
 */
export function refuseCrossSite(request: FastifyRequest, publicUrl: string, carriesCookie: boolean): void {
  if (reads.has(request.method)) return;
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site === 'same-origin' || origin === new URL(publicUrl).origin) return;
  if (!carriesCookie && site === undefined && origin === undefined) return;
  throw new Problem(
    'auth/cross-site',
    `Writes with a session are taken only from ${publicUrl}. Open Plumbline there, or, if that address is wrong, ` +
      'start it with PUBLIC_URL set to the right one. Scripts use an API key.',
  );
}

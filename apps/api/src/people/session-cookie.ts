import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLoopback, type Config } from '../platform/config.js';

/** The cookie of a session as this request's browser can keep it. */
interface SessionCookie {
  name: string;
  secure: boolean;
}

/**
 * Browsers keep a `__Host-` cookie on https and on loopback. On plain http elsewhere only an unprefixed cookie
 * survives; it works, with a warning.
 */
function cookieFor(request: FastifyRequest, config: Config): SessionCookie {
  const secure = config.publicUrl.startsWith('https:') || isLoopback(hostOf(request));
  return { name: secure ? '__Host-plumbline_session' : 'plumbline_session', secure };
}

/** The name that the browser called, without its port. */
export function hostOf(request: FastifyRequest): string {
  return request.host.replace(/:\d+$/, '');
}

/** @returns whether the session travels in a cookie that others on the way could read */
export function travelsOpenly(request: FastifyRequest, config: Config): boolean {
  return !cookieFor(request, config).secure;
}

export function readSessionCookie(request: FastifyRequest, config: Config): string | undefined {
  return request.cookies[cookieFor(request, config).name];
}

export function writeSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  config: Config,
  token: string,
  expires: Date,
): void {
  const { name, secure } = cookieFor(request, config);
  reply.setCookie(name, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, expires });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply, config: Config): void {
  const { name, secure } = cookieFor(request, config);
  reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}

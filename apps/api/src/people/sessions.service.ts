import { Inject, Injectable } from '@nestjs/common';
import type { CurrentSession, OpenSession, SessionWarning } from '@plumbline/shared/contract/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as newId } from 'uuid';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { notFound } from '../platform/problem/problem.js';
import { digestOf, randomText } from './secrets.js';
import {
  clearSessionCookie,
  readSessionCookie,
  travelsOpenly,
  writeSessionCookie,
} from './session-cookie.js';
import { SessionsQueries, type SessionRow } from './sessions.queries.js';

const day = 24 * 60 * 60 * 1000;
/** A session ends this long after its sign-in, used or not. */
const lifetime = 30 * day;
/** "Last seen" is true to this many milliseconds; most requests then write nothing. */
const seenPrecision = 60_000;

/** Sessions are rows with a hashed token; the token itself is only in the browser's cookie. */
@Injectable()
export class SessionsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly queries: SessionsQueries,
    private readonly clock: Clock,
  ) {}

  /** Starts a session for a person whose credentials were checked; the browser's older one ends. */
  async open(request: FastifyRequest, reply: FastifyReply, personId: string): Promise<CurrentSession> {
    const former = readSessionCookie(request, this.config);
    if (former) await this.queries.endByToken(digestOf(former));
    const token = randomText(43);
    const at = this.clock.now();
    const expiresAt = new Date(at.getTime() + lifetime);
    const tokenHash = digestOf(token);
    await this.queries.sweep(at);
    await this.queries.insert({
      id: newId(),
      tokenHash,
      personId,
      at,
      expiresAt,
      userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
      address: request.ip,
    });
    writeSessionCookie(request, reply, this.config, token, expiresAt);
    return this.describe(request, (await this.queries.living(tokenHash, at))!);
  }

  /** The living session behind a request's cookie; null without one, or when it has ended. */
  async recognise(request: FastifyRequest): Promise<SessionRow | null> {
    const token = readSessionCookie(request, this.config);
    if (!token) return null;
    const at = this.clock.now();
    const session = await this.queries.living(digestOf(token), at);
    if (session && at.getTime() - session.lastSeenAt.getTime() > seenPrecision)
      await this.queries.seen(session.id, at);
    return session;
  }

  async current(request: FastifyRequest): Promise<CurrentSession> {
    return this.describe(request, (await this.recognise(request))!);
  }

  async close(request: FastifyRequest, reply: FastifyReply, sessionId: string): Promise<void> {
    await this.queries.end(sessionId);
    clearSessionCookie(request, reply, this.config);
  }

  async list(personId: string, currentId: string): Promise<{ items: OpenSession[]; next: null }> {
    const sessions = await this.queries.list(personId, this.clock.now());
    return {
      items: sessions.map((session) => ({ ...session, current: session.id === currentId })),
      next: null,
    };
  }

  /** @throws Problem 404 also for a session of somebody else */
  async end(personId: string, id: string): Promise<void> {
    if (!(await this.queries.endOwn(personId, id))) throw notFound('session');
  }

  async endOthers(personId: string, currentId: string): Promise<void> {
    await this.queries.endAll(personId, currentId);
  }

  private describe(request: FastifyRequest, session: SessionRow): CurrentSession {
    return {
      sessionId: session.id,
      person: { id: session.personId, name: session.name, email: session.email },
      memberships: session.memberships,
      warnings: travelsOpenly(request, this.config) ? [openCookie] : [],
    };
  }
}

const openCookie: SessionWarning = {
  code: 'insecure-cookie',
  message:
    'This page is not encrypted: others on the network could read your session. Serve Plumbline by https and set PUBLIC_URL to that address.',
};

import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@plumbline/shared/contract/route';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../platform/config.js';
import { ROUTE } from '../platform/endpoint/endpoint.js';
import { Problem } from '../platform/problem/problem.js';
import { chooseMembership } from './choose-membership.js';
import { refuseCrossSite } from './cross-site.js';
import { KeyCallers } from './key-callers.service.js';
import { permit } from './permit.js';
import { readSessionCookie } from './session-cookie.js';
import type { MembershipRow, SessionRow } from './sessions.queries.js';
import { SessionsService } from './sessions.service.js';

/**
 * Stands before every route: finds out who asks, by key or by session, and whether the route's access lets them.
 * What it finds is left at `request.person` and `request.member`.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly keys: KeyCallers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    // What one caller was told must never be kept for another, nor outlive their rights.
    if (route) http.getResponse<FastifyReply>().header('cache-control', 'private, no-cache');
    if (!route) await this.noteKey(request);
    else if (route.access === 'anyone')
      refuseCrossSite(request, this.config.publicUrl, this.carriesCookie(request));
    else if (route.access === 'person') await this.admitPerson(request);
    else await this.admitMember(request, route.access);
    return true;
  }

  /** Addresses outside the versioned API have doors of their own; a key of ours is noted for them. */
  private async noteKey(request: FastifyRequest): Promise<void> {
    const { authorization } = request.headers;
    if (!authorization?.startsWith('Bearer plk_')) return;
    request.member = await this.keys.recognise(authorization, request.id);
  }

  private async admitMember(
    request: FastifyRequest,
    access: Exclude<Route['access'], string>,
  ): Promise<void> {
    const { authorization } = request.headers;
    if (authorization === undefined) {
      const session = await this.admitPerson(request);
      request.member = memberOf(
        request,
        session,
        chooseMembership(session.memberships, workspaceOf(request)),
      );
    } else {
      request.member = await this.keys.recognise(authorization, request.id);
      refuseOtherWorkspace(workspaceOf(request), request.member.workspaceSlug);
    }
    permit(request.member, access);
  }

  private async admitPerson(request: FastifyRequest): Promise<SessionRow> {
    if (request.headers.authorization !== undefined)
      throw new Problem('auth/forbidden', 'This is for people: sign in to do it. API keys never may.');
    const session = await this.sessions.recognise(request);
    if (!session) throw nobody(this.carriesCookie(request));
    refuseCrossSite(request, this.config.publicUrl, true);
    request.person = {
      personId: session.personId,
      sessionId: session.id,
      name: session.name,
      requestId: request.id,
    };
    return session;
  }

  private carriesCookie(request: FastifyRequest): boolean {
    return readSessionCookie(request, this.config) !== undefined;
  }
}

function memberOf(
  request: FastifyRequest,
  session: SessionRow,
  membership: MembershipRow,
): NonNullable<FastifyRequest['member']> {
  return {
    workspaceId: membership.workspaceId,
    workspaceSlug: membership.slug,
    actor: { kind: 'person', id: session.personId, name: session.name },
    role: membership.role,
    scopes: null,
    personId: session.personId,
    teamIds: membership.teamIds,
    credentialId: session.id,
    requestId: request.id,
  };
}

/** An event stream cannot send headers from a browser; it names its workspace in the query. */
function workspaceOf(request: FastifyRequest): string | undefined {
  const header = request.headers['plumbline-workspace'];
  if (typeof header === 'string') return header;
  const { workspace } = request.query as { workspace?: unknown };
  return typeof workspace === 'string' ? workspace : undefined;
}

function refuseOtherWorkspace(named: string | undefined, own: string): void {
  if (named === undefined || named === own) return;
  throw new Problem(
    'request/not-found',
    `This key belongs to the workspace "${own}". Leave the header "Plumbline-Workspace" out, or use another key.`,
  );
}

function nobody(hadSession: boolean): Problem {
  return new Problem(
    'auth/required',
    hadSession
      ? 'Your session has ended. Sign in again.'
      : 'Sign in, or send an API key as "Authorization: Bearer plk_...".',
    { headers: { 'www-authenticate': 'Bearer' } },
  );
}

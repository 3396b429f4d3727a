import type { ApiKeyScope, WorkspaceRole } from '@plumbline/shared/taxonomy/values';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem/problem.js';

/** A signed-in person, before any workspace is chosen. */
export interface PersonCaller {
  personId: string;
  sessionId: string;
  name: string;
  requestId: string;
}

/** Someone acting in a workspace: a member through a session, or an API key. */
export interface MemberCaller {
  workspaceId: string;
  workspaceSlug: string;
  actor: { kind: 'person' | 'key' | 'system' | 'detector' | 'tool'; id: string | null; name: string };
  role: WorkspaceRole;
  /** The scopes of a key; null for people, whom the role alone limits. */
  scopes: readonly ApiKeyScope[] | null;
  personId: string | null;
  teamIds: readonly string[];
  /** Which credential spoke: session or key id. Part of the idempotency key's scope. */
  credentialId: string;
  requestId: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    person?: PersonCaller;
    member?: MemberCaller;
  }
}

/** The guard answers first; this only holds where a route names no access that would put anybody there. */
function needed(): Problem {
  return new Problem('auth/required', 'Sign in, or send an API key as "Authorization: Bearer plk_...".');
}

function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}

/** The member or key behind the request; the guard has put it there for every route with a role. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): MemberCaller => {
  const { member } = requestOf(context);
  if (!member) throw needed();
  return member;
});

/** The person behind the request, on routes whose access is `person`. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): PersonCaller => {
  const { person } = requestOf(context);
  if (!person) throw needed();
  return person;
});

import { Body, Controller, Req, Res } from '@nestjs/common';
import { getSession, signIn, SignIn, signOut, type CurrentSession } from '@plumbline/shared/contract/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn, type PersonCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly signIn: SignInService,
  ) {}

  @Endpoint(getSession)
  get(@Req() request: FastifyRequest): Promise<CurrentSession> {
    return this.sessions.current(request);
  }

  @Endpoint(signIn)
  async open(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: SignIn }) attempt: SignIn,
  ): Promise<CurrentSession> {
    return this.sessions.open(request, reply, await this.signIn.check(attempt, request.ip));
  }

  @Endpoint(signOut)
  close(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @SignedIn() person: PersonCaller,
  ): Promise<void> {
    return this.sessions.close(request, reply, person.sessionId);
  }
}

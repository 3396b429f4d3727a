import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import {
  changePassword,
  endOtherSessions,
  endSession,
  listSessions,
  PasswordChange,
  PersonChanges,
  renamePerson,
  SessionParams,
  type CurrentSession,
} from '@plumbline/shared/contract/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn, type PersonCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { AccountService } from './account.service.js';
import { SessionsService } from './sessions.service.js';

/** What people see and change about themselves: their sessions, name and password. */
@Controller()
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly sessions: SessionsService,
  ) {}

  @Endpoint(listSessions)
  list(@SignedIn() { personId, sessionId }: PersonCaller) {
    return this.sessions.list(personId, sessionId);
  }

  @Endpoint(endOtherSessions)
  endOthers(@SignedIn() { personId, sessionId }: PersonCaller): Promise<void> {
    return this.sessions.endOthers(personId, sessionId);
  }

  @Endpoint(endSession)
  end(
    @SignedIn() { personId }: PersonCaller,
    @Param({ schema: SessionParams }) { id }: { id: string },
  ): Promise<void> {
    return this.sessions.end(personId, id);
  }

  @Endpoint(changePassword)
  async password(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @SignedIn() caller: PersonCaller,
    @Body({ schema: PasswordChange }) change: PasswordChange,
  ): Promise<CurrentSession> {
    await this.account.changePassword(caller, change, request.ip);
    return this.sessions.open(request, reply, caller.personId);
  }

  @Endpoint(renamePerson)
  async rename(
    @Req() request: FastifyRequest,
    @SignedIn() caller: PersonCaller,
    @Body({ schema: PersonChanges }) { name }: PersonChanges,
  ): Promise<CurrentSession> {
    await this.account.rename(caller, name);
    return this.sessions.current(request);
  }
}

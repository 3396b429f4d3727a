import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import {
  Acceptance,
  acceptInvitation,
  InvitationParams,
  InvitationToken,
  invite,
  listInvitations,
  NewInvitation,
  readInvitation,
  revokeInvitation,
  type IssuedInvitation,
  type OfferedInvitation,
} from '@plumbline/shared/contract/invitation';
import type { CurrentSession } from '@plumbline/shared/contract/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { AcceptanceService } from './acceptance.service.js';
import { InvitationsService } from './invitations.service.js';
import { SessionsService } from './sessions.service.js';

@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly acceptance: AcceptanceService,
    private readonly sessions: SessionsService,
  ) {}

  @Endpoint(listInvitations)
  list(@Caller() caller: MemberCaller) {
    return this.invitations.list(caller);
  }

  @Endpoint(invite)
  invite(
    @Caller() caller: MemberCaller,
    @Body({ schema: NewInvitation }) draft: NewInvitation,
  ): Promise<IssuedInvitation> {
    return this.invitations.invite(caller, draft);
  }

  @Endpoint(revokeInvitation)
  revoke(
    @Caller() caller: MemberCaller,
    @Param({ schema: InvitationParams }) { id }: { id: string },
  ): Promise<void> {
    return this.invitations.revoke(caller, id);
  }

  @Endpoint(readInvitation)
  read(@Param({ schema: InvitationToken }) { token }: { token: string }): Promise<OfferedInvitation> {
    return this.acceptance.read(token);
  }

  @Endpoint(acceptInvitation)
  async accept(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param({ schema: InvitationToken }) { token }: { token: string },
    @Body({ schema: Acceptance }) acceptance: Acceptance,
  ): Promise<CurrentSession> {
    const signedInAs = await this.sessions.recognise(request);
    const visitor = { signedInAs, address: request.ip, requestId: request.id };
    const personId = await this.acceptance.accept(token, acceptance, visitor);
    return this.sessions.open(request, reply, personId);
  }
}

import { Body, Controller, Req, Res, type OnApplicationBootstrap } from '@nestjs/common';
import type { CurrentSession } from '@plumbline/shared/contract/session';
import { FirstSetup, getSetup, setUp, type SetupState } from '@plumbline/shared/contract/setup';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { SessionsService } from './sessions.service.js';
import { SetupCode } from './setup-code.js';
import { alreadySetUp, SetupService } from './setup.service.js';

@Controller()
export class SetupController implements OnApplicationBootstrap {
  constructor(
    private readonly setup: SetupService,
    private readonly code: SetupCode,
    private readonly sessions: SessionsService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.setup.beginWithoutBrowser();
    if (this.code.reachable && (await this.setup.needed())) this.code.tell();
  }

  @Endpoint(getSetup)
  async state(@Req() request: FastifyRequest): Promise<SetupState> {
    const needed = await this.setup.needed();
    return { needed, codeNeeded: needed && this.code.neededFor(request) };
  }

  @Endpoint(setUp)
  async begin(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: FirstSetup }) { setupCode, ...beginning }: FirstSetup,
  ): Promise<CurrentSession> {
    if (!(await this.setup.needed())) throw alreadySetUp();
    this.code.check(request, setupCode);
    const administratorId = await this.setup.begin(beginning, request.id);
    return this.sessions.open(request, reply, administratorId);
  }
}

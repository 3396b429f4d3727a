import { Body, Controller, Res } from '@nestjs/common';
import { logCheck, type LoggedCheck, type NewLoggedCheck } from '@plumbline/shared/contract/check';
import type { FastifyReply } from 'fastify';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { ChecksService } from './checks.service.js';

@Controller()
export class ChecksController {
  constructor(private readonly checks: ChecksService) {}

  @Endpoint(logCheck)
  async log(
    @Caller() caller: MemberCaller,
    @Body({ schema: logCheck.body }) body: NewLoggedCheck,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoggedCheck> {
    const logged = await this.checks.log(caller, body);
    reply.header('location', `/api/v1/incidents/${logged.incident.key}`);
    return logged;
  }
}

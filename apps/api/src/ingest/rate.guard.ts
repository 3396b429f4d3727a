import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DoorCallers } from './door-callers.service.js';
import { RateGate, rateHeaders, tooOften } from './rate-gate.js';

/** Says with every answer how much a key may still send, and refuses what is more. People are not counted. */
@Injectable()
export class RateGuard implements CanActivate {
  constructor(
    private readonly callers: DoorCallers,
    private readonly gate: RateGate,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const { personId, credentialId } = request.member ?? (await this.callers.who(request));
    if (personId !== null) return true;
    const allowance = this.gate.take(credentialId);
    http.getResponse<FastifyReply>().headers(rateHeaders(allowance));
    if (allowance.remaining < 0) throw tooOften(allowance);
    return true;
  }
}

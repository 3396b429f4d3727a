import { Body, Controller, Req, Res, UseGuards } from '@nestjs/common';
import { sendSignal, sendSignals } from '@plumbline/shared/contract/signal-routes';
import {
  NewSignal,
  NewSignals,
  type SignalsTaken,
  type SignalTaken,
} from '@plumbline/shared/contract/signal';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller, type MemberCaller } from '../../platform/endpoint/caller.js';
import { Endpoint } from '../../platform/endpoint/endpoint.js';
import { RateGuard } from '../rate.guard.js';
import { OwnSignalsService } from './own-signals.service.js';

@Controller()
@UseGuards(RateGuard)
export class OwnSignalsController {
  constructor(private readonly signals: OwnSignalsService) {}

  @Endpoint(sendSignal)
  send(
    @Caller() caller: MemberCaller,
    @Body({ schema: NewSignal }) signal: NewSignal,
    @Req() request: FastifyRequest,
  ): Promise<SignalTaken> {
    return this.signals.send(caller, signal, request.rawBody!);
  }

  @Endpoint(sendSignals)
  async sendAll(
    @Caller() caller: MemberCaller,
    @Body({ schema: NewSignals }) signals: NewSignals,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignalsTaken> {
    const taken = await this.signals.sendAll(caller, signals, request.rawBody!);
    if (taken.refused.length > 0) reply.status(207);
    return taken;
  }
}

import { Controller, HttpCode, Param, Post, Req, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { plainRefusal } from '../plain-refusal.js';
import { RateGuard } from '../rate.guard.js';
import { Reception } from '../reception.service.js';
import { remoteWriteDoor } from './remote-write-door.js';

@Controller()
@UseGuards(RateGuard)
export class RemoteWriteController {
  constructor(private readonly reception: Reception) {}

  /** Answers 204 once all is stored that a rule of the source names. */
  @Post('ingest/:source/prometheus/write')
  @HttpCode(204)
  @RouteConfig({
    raw: true,
    givesWay: 'first' as const,
    bodyLimit: remoteWriteDoor.most,
    refusal: plainRefusal,
  })
  async receive(@Req() request: FastifyRequest, @Param('source') source: string): Promise<void> {
    await this.reception.receive(request, source, remoteWriteDoor);
  }
}

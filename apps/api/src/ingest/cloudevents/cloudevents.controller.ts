import { Controller, HttpCode, Param, Post, Req, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { plainRefusal } from '../plain-refusal.js';
import { RateGuard } from '../rate.guard.js';
import { Reception } from '../reception.service.js';
import { unpack } from '../unpack.js';
import { cloudEventsDoor } from './cloudevents-door.js';
import { inOneForm } from './one-form.js';

@Controller()
@UseGuards(RateGuard)
export class CloudEventsController {
  constructor(private readonly reception: Reception) {}

  /** Answers 202 once the event, or the batch, is stored. */
  @Post('ingest/:source/cloudevents')
  @HttpCode(202)
  @RouteConfig({
    raw: true,
    givesWay: 'last' as const,
    bodyLimit: cloudEventsDoor.most,
    refusal: plainRefusal,
  })
  async receive(
    @Req() request: FastifyRequest,
    @Param('source') source: string,
  ): Promise<{ deliveryId: string; alerts: number }> {
    const headers = request.headers as Record<string, string>;
    if (headers['ce-specversion'] !== undefined) {
      const packed = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
      const body = await unpack(packed, headers['content-encoding'] ?? '', cloudEventsDoor.most);
      const read = inOneForm({ headers, body });
      request.body = read.body;
      request.headers['content-type'] = read.headers['content-type'];
      delete request.headers['content-encoding'];
    }
    const { deliveryId, signals } = await this.reception.receive(request, source, cloudEventsDoor);
    return { deliveryId, alerts: signals.length };
  }
}

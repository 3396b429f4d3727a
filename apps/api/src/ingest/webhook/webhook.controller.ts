import { Controller, HttpCode, Param, Post, Req, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { plainRefusal } from '../plain-refusal.js';
import { RateGuard } from '../rate.guard.js';
import { Reception } from '../reception.service.js';
import { webhookDoor } from './webhook-door.js';

@Controller()
@UseGuards(RateGuard)
export class WebhookController {
  constructor(private readonly reception: Reception) {}

  /** Answers 202 once all alerts of the body are stored. */
  @Post('ingest/:source/webhook')
  @HttpCode(202)
  @RouteConfig({ raw: true, givesWay: 'last' as const, bodyLimit: webhookDoor.most, refusal: plainRefusal })
  async receive(
    @Req() request: FastifyRequest,
    @Param('source') source: string,
  ): Promise<{ deliveryId: string; alerts: number }> {
    const { deliveryId, signals } = await this.reception.receive(request, source, webhookDoor);
    return { deliveryId, alerts: signals.length };
  }
}

import { Controller, HttpCode, Param, Post, Req, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { plainRefusal } from '../plain-refusal.js';
import { RateGuard } from '../rate.guard.js';
import { Reception } from '../reception.service.js';
import { alertmanagerDoor } from './alertmanager-door.js';

@Controller()
@UseGuards(RateGuard)
export class AlertmanagerController {
  constructor(private readonly reception: Reception) {}

  /** Answers 202 once all alerts of the notification are stored. */
  @Post('ingest/:source/alertmanager')
  @HttpCode(202)
  @RouteConfig({
    raw: true,
    givesWay: 'last' as const,
    bodyLimit: alertmanagerDoor.most,
    refusal: plainRefusal,
  })
  async receive(
    @Req() request: FastifyRequest,
    @Param('source') source: string,
  ): Promise<{ deliveryId: string; alerts: number }> {
    const { deliveryId, signals } = await this.reception.receive(request, source, alertmanagerDoor);
    return { deliveryId, alerts: signals.length };
  }
}

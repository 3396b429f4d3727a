import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as newId } from 'uuid';
import { readJson } from '../../platform/http/json-body.js';
import { KeyCallers } from '../../people/key-callers.service.js';
import { Problem } from '../../platform/problem/problem.js';
import { rateHeaders, RateGate, tooOften } from '../rate-gate.js';
import { Reception } from '../reception.service.js';
import { SourcesService } from '../sources.service.js';
import { unpack } from '../unpack.js';
import { pagerdutyDoor, pagerdutyRefusal } from './pagerduty-door.js';

interface Enqueued {
  status: 'success';
  message: string;
  dedup_key: string;
}

/** PagerDuty's address: the routing key in the body says which source it is. */
@Controller()
export class PagerdutyController {
  constructor(
    private readonly keys: KeyCallers,
    private readonly sources: SourcesService,
    private readonly gate: RateGate,
    private readonly reception: Reception,
  ) {}

  @Post('v2/enqueue')
  @HttpCode(202)
  @RouteConfig({
    raw: true,
    givesWay: 'last' as const,
    bodyLimit: pagerdutyDoor.most,
    refusal: pagerdutyRefusal,
  })
  async enqueue(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Enqueued> {
    const packed = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
    const body = await unpack(packed, String(request.headers['content-encoding'] ?? ''), pagerdutyDoor.most);
    const given = readJson(body);
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      throw new Problem('request/invalid', 'An event is a JSON object.');
    const { routing_key: routingKey, ...event } = given as Record<string, unknown>;
    const caller = await this.keys.recogniseRoutingKey(String(routingKey ?? ''), request.id);
    const allowance = this.gate.take(caller.credentialId);
    reply.headers(rateHeaders(allowance));
    if (allowance.remaining < 0) throw tooOften(allowance);
    const source = await this.sources.ofKey(caller);
    const dedupKey = typeof event.dedup_key === 'string' && event.dedup_key ? event.dedup_key : newId();
    // Kept without the key: what is kept is read by more people than may know it.
    const kept = Buffer.from(JSON.stringify({ ...event, dedup_key: dedupKey }));
    await this.reception.takeIn(caller, source, pagerdutyDoor, {
      door: pagerdutyDoor.name,
      contentType: 'application/json',
      encoding: '',
      body: kept,
    });
    return { status: 'success', message: 'Event processed', dedup_key: dedupKey };
  }
}

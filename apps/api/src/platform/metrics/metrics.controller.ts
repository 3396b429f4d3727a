import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLoopback } from '../config.js';
import { Problem } from '../problem/problem.js';
import { Metrics } from './metrics.js';

/** Prometheus text format, for a scraper on this machine or one that shows a key with `metrics:scrape`. */
@Controller()
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get('metrics')
  async scrape(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const peer = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
    const forwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
    const fromHere = isLoopback(peer) && forwarded === undefined;
    if (!fromHere && !request.member?.scopes?.includes('metrics:scrape')) {
      throw new Problem(
        'auth/required',
        'Metrics are open on loopback, or to an API key with the scope metrics:scrape.',
      );
    }
    await reply
      .type(this.metrics.registry.contentType)
      .header('cache-control', 'no-store')
      .send(await this.metrics.registry.metrics());
  }
}

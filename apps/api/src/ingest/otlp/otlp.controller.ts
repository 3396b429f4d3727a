import { Controller, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DoorCallers } from '../door-callers.service.js';
import type { Door } from '../door.js';
import { RateGuard } from '../rate.guard.js';
import { Reception } from '../reception.service.js';
import { SourcesService } from '../sources.service.js';
import { unpack } from '../unpack.js';
import { exportAnswer, otlpRefusal, type OtlpAnswer } from './otlp-answers.js';
import { countSpans, otlpLogsDoor, otlpMetricsDoor } from './otlp-doors.js';

const config = {
  raw: true,
  givesWay: 'first' as const,
  bodyLimit: otlpMetricsDoor.most,
  refusal: otlpRefusal,
};

/** OTLP over HTTP, below a source or, where a workspace has one source of this kind, at the usual addresses. */
@Controller()
@UseGuards(RateGuard)
export class OtlpController {
  constructor(
    private readonly reception: Reception,
    private readonly callers: DoorCallers,
    private readonly sources: SourcesService,
  ) {}

  @Post(['ingest/:source/otlp/v1/metrics', 'v1/metrics'])
  @RouteConfig(config)
  async metrics(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('source') source?: string,
  ): Promise<void> {
    const slug = await this.slug(request, otlpMetricsDoor, source);
    const { observations, problem } = await this.reception.receive(request, slug, otlpMetricsDoor);
    const { length } = observations.refused;
    await answer(reply, exportAnswer(typeOf(request), 'rejectedDataPoints', length, problem));
  }

  @Post(['ingest/:source/otlp/v1/logs', 'v1/logs'])
  @RouteConfig(config)
  async logs(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('source') source?: string,
  ): Promise<void> {
    const slug = await this.slug(request, otlpLogsDoor, source);
    const { observations, signals, problem } = await this.reception.receive(request, slug, otlpLogsDoor);
    const refused = signals.filter(({ what }) => what === 'refused').length + observations.refused.length;
    await answer(reply, exportAnswer(typeOf(request), 'rejectedLogRecords', refused, problem));
  }

  /** Spans are not taken, and that is said: an SDK that also traces goes on in peace. */
  @Post(['ingest/:source/otlp/v1/traces', 'v1/traces'])
  @RouteConfig(config)
  async traces(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.callers.recognise(request, otlpMetricsDoor.scope);
    const packed = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
    const encoding = String(request.headers['content-encoding'] ?? '');
    const body = await unpack(packed, encoding, otlpMetricsDoor.most);
    const spans = countSpans({ body, contentType: typeOf(request) });
    await answer(
      reply,
      exportAnswer(typeOf(request), 'rejectedSpans', spans, 'Plumbline takes metrics and logs.'),
    );
  }

  private async slug(request: FastifyRequest, door: Door, named: string | undefined): Promise<string> {
    if (named !== undefined) return named;
    const caller = await this.callers.recognise(request, door.scope);
    return (await this.sources.onlyOne(caller, 'otlp')).key;
  }
}

const typeOf = ({ headers }: FastifyRequest): string => String(headers['content-type'] ?? '').toLowerCase();

async function answer(reply: FastifyReply, { contentType, body }: OtlpAnswer): Promise<void> {
  await reply.status(200).type(contentType).send(body);
}

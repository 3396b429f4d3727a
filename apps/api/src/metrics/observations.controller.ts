import { Body, Controller, Param, Res } from '@nestjs/common';
import { listSeries, NewObservations, sendObservations } from '@plumbline/shared/contract/observation';
import { MetricParams } from '@plumbline/shared/contract/metric';
import type { FastifyReply } from 'fastify';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { ObservationsService } from './observations.service.js';

@Controller()
export class ObservationsController {
  constructor(private readonly observations: ObservationsService) {}

  @Endpoint(sendObservations)
  async send(
    @Caller() caller: MemberCaller,
    @Body({ schema: NewObservations }) { points, note, dryRun }: NewObservations,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = dryRun
      ? await this.observations.judge(caller, points)
      : await this.observations.take(caller, points, note);
    await reply.status(answer.refused.length > 0 ? 207 : 202).send(answer);
  }

  @Endpoint(listSeries)
  async series(
    @Caller() caller: MemberCaller,
    @Param({ schema: MetricParams }) { metric }: { metric: string },
  ) {
    return { items: await this.observations.series(caller, metric), next: null };
  }
}

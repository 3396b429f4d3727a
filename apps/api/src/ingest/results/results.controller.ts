import { Controller, HttpCode, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Translation } from '@plumbline/shared/contract/source';
import type { FastifyRequest } from 'fastify';
import { RateGuard } from '../rate.guard.js';
import { Reception } from '../reception.service.js';
import { resultsDoor } from './results-door.js';

interface Imported {
  /** Null for a dry run: nothing was stored. */
  deliveryId: string | null;
  translation: Translation;
  /** What was not taken, a sentence a line. */
  problem: string;
}

@Controller()
@UseGuards(RateGuard)
export class ResultsController {
  constructor(private readonly reception: Reception) {}

  /** Takes a file in; with `?dryRun=true` says what it would become. The same file again changes nothing. */
  @Post('ingest/:source/results')
  @HttpCode(202)
  @RouteConfig({ raw: true, givesWay: 'next' as const, bodyLimit: resultsDoor.most })
  async receive(
    @Req() request: FastifyRequest,
    @Param('source') source: string,
    @Query('dryRun') dryRun?: string,
  ): Promise<Imported> {
    if (dryRun === 'true')
      return { deliveryId: null, ...(await this.reception.preview(request, source, resultsDoor)) };
    const { deliveryId, translation, problem } = await this.reception.receive(request, source, resultsDoor);
    return { deliveryId, translation, problem };
  }
}

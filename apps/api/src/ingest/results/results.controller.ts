import { Controller, HttpCode, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { RateGuard } from '../rate.guard.js';
import { type ImportedFile, Reception } from '../reception.service.js';
import { resultsDoor } from './results-door.js';

@Controller()
@UseGuards(RateGuard)
export class ResultsController {
  constructor(private readonly reception: Reception) {}

  /** Takes a file in; with `?dryRun=true` says what it would become. The same file again changes nothing. */
  @Post('ingest/:source/results')
  @HttpCode(202)
  @RouteConfig({ raw: true, givesWay: 'next' as const, bodyLimit: resultsDoor.most })
  receive(
    @Req() request: FastifyRequest,
    @Param('source') source: string,
    @Query('dryRun') dryRun?: string,
  ): Promise<ImportedFile> {
    return this.reception.importFile(request, source, resultsDoor, dryRun === 'true');
  }
}

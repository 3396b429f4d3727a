import { Controller, HttpCode, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { RateGuard } from '../rate.guard.js';
import { type ImportedFile, Reception } from '../reception.service.js';
import { promptfooDoor } from './promptfoo-door.js';

@Controller()
@UseGuards(RateGuard)
export class PromptfooController {
  constructor(private readonly reception: Reception) {}

  /** Takes a results file in; with `?dryRun=true` says what it would become. The same file again changes nothing. */
  @Post('ingest/:source/promptfoo')
  @HttpCode(202)
  @RouteConfig({ raw: true, givesWay: 'next' as const, bodyLimit: promptfooDoor.most })
  receive(
    @Req() request: FastifyRequest,
    @Param('source') source: string,
    @Query('dryRun') dryRun?: string,
  ): Promise<ImportedFile> {
    return this.reception.importFile(request, source, promptfooDoor, dryRun === 'true');
  }
}

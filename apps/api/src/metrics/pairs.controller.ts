import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import {
  activatePair,
  archivePair,
  createPair,
  editPair,
  getPair,
  getPairSeries,
  listPairs,
  NewPair,
  PairChanges,
  PairParams,
  PairQuery,
  PairSeriesQuery,
  restorePair,
  type Pair,
} from '@plumbline/shared/contract/pair';
import type { FastifyReply } from 'fastify';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { IfMatch } from '../platform/endpoint/if-match.js';
import { PairSeriesService } from './pair-series.service.js';
import { PairsService } from './pairs.service.js';

@Controller()
export class PairsController {
  constructor(
    private readonly pairs: PairsService,
    private readonly series: PairSeriesService,
  ) {}

  @Endpoint(listPairs)
  list(@Caller() caller: MemberCaller, @Query({ schema: PairQuery }) query: PairQuery) {
    return this.pairs.list(caller, query);
  }

  @Endpoint(createPair)
  create(@Caller() caller: MemberCaller, @Body({ schema: NewPair }) draft: NewPair): Promise<Pair> {
    return this.pairs.draw(caller, draft);
  }

  @Endpoint(getPair)
  get(@Caller() caller: MemberCaller, @Param({ schema: PairParams }) { id }: { id: string }): Promise<Pair> {
    return this.pairs.find(caller, id);
  }

  @Endpoint(editPair)
  edit(
    @Caller() caller: MemberCaller,
    @Param({ schema: PairParams }) { id }: { id: string },
    @IfMatch() seen: number,
    @Body({ schema: PairChanges }) changes: PairChanges,
  ): Promise<Pair> {
    return this.pairs.edit(caller, id, seen, changes);
  }

  @Endpoint(activatePair)
  activate(
    @Caller() caller: MemberCaller,
    @Param({ schema: PairParams }) { id }: { id: string },
  ): Promise<Pair> {
    return this.pairs.activate(caller, id);
  }

  @Endpoint(archivePair)
  archive(
    @Caller() caller: MemberCaller,
    @Param({ schema: PairParams }) { id }: { id: string },
  ): Promise<Pair> {
    return this.pairs.archive(caller, id);
  }

  @Endpoint(restorePair)
  restore(
    @Caller() caller: MemberCaller,
    @Param({ schema: PairParams }) { id }: { id: string },
  ): Promise<Pair> {
    return this.pairs.restore(caller, id);
  }

  /** Leaves as the text that PostgreSQL built; a string passes the serializer untouched. */
  @Endpoint(getPairSeries)
  async drawSeries(
    @Caller() caller: MemberCaller,
    @Param({ schema: PairParams }) { id }: { id: string },
    @Query({ schema: PairSeriesQuery }) query: PairSeriesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const text = await this.series.draw(caller, id, query);
    reply.type('application/json; charset=utf-8');
    return text;
  }
}

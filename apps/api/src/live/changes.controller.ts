import { Controller, Headers, Query, Res } from '@nestjs/common';
import {
  type Changes,
  ChangesQuery,
  ChangeStreamQuery,
  followChanges,
  listChanges,
} from '@plumbline/shared/contract/change';
import type { FastifyReply } from 'fastify';
import { Database } from '../platform/database/database.js';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { changesAfter, endOfRecord } from './changes.queries.js';
import { ChangeStreams } from './change-streams.service.js';

@Controller()
export class ChangesController {
  constructor(
    private readonly database: Database,
    private readonly streams: ChangeStreams,
  ) {}

  @Endpoint(listChanges)
  async list(
    @Caller() caller: MemberCaller,
    @Query({ schema: ChangesQuery }) query: ChangesQuery,
  ): Promise<Changes> {
    if (query.after === undefined)
      return { items: [], next: await endOfRecord(this.database, caller.workspaceId), more: false };
    const { items, last, read } = await changesAfter(this.database, caller, query.after, query.limit);
    return { items, next: last, more: read === query.limit };
  }

  @Endpoint(followChanges)
  async follow(
    @Caller() caller: MemberCaller,
    @Query({ schema: ChangeStreamQuery }) query: ChangeStreamQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const after = /^\d{1,15}$/.test(lastEventId ?? '')
      ? Number(lastEventId)
      : (query.after ?? (await endOfRecord(this.database, caller.workspaceId)));
    void reply
      .headers({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      .send(this.streams.open(caller, after));
  }
}

import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import {
  countIncidents,
  editIncident,
  findSimilar,
  getIncident,
  listIncidents,
  logIncident,
  moveIncident,
} from '@plumbline/shared/contract/incident';
import type { IncidentEdit, NewIncident } from '@plumbline/shared/contract/incident-edit';
import type {
  CappedCount,
  IncidentFilter,
  IncidentListQuery,
  SimilarIncident,
  SimilarQuery,
} from '@plumbline/shared/contract/incident-list';
import type { IncidentMove } from '@plumbline/shared/contract/incident-move';
import type { Incident, IncidentRow } from '@plumbline/shared/contract/incident-record';
import type { FastifyReply } from 'fastify';
import { Database } from '../platform/database/database.js';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { IfMatch } from '../platform/endpoint/if-match.js';
import * as lists from './incident-list.queries.js';
import { IncidentMovesService } from './incident-moves.service.js';
import { IncidentService } from './incident.service.js';
import { findSimilar as similarTo } from './similar.queries.js';

interface At {
  key: string;
}

@Controller()
export class IncidentController {
  constructor(
    private readonly incidents: IncidentService,
    private readonly moves: IncidentMovesService,
    private readonly database: Database,
  ) {}

  @Endpoint(logIncident)
  async log(
    @Caller() caller: MemberCaller,
    @Body({ schema: logIncident.body }) body: NewIncident,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Incident> {
    const incident = await this.incidents.log(caller, body);
    reply.header('location', `/api/v1/incidents/${incident.key}`);
    return incident;
  }

  @Endpoint(listIncidents)
  list(
    @Caller() caller: MemberCaller,
    @Query({ schema: listIncidents.query }) query: IncidentListQuery,
  ): Promise<{ items: IncidentRow[]; next: string | null }> {
    return lists.listIncidents(this.database, caller, query);
  }

  @Endpoint(countIncidents)
  count(
    @Caller() caller: MemberCaller,
    @Query({ schema: countIncidents.query }) filter: IncidentFilter,
  ): Promise<CappedCount> {
    return lists.countIncidents(this.database, caller, filter);
  }

  @Endpoint(findSimilar)
  async similar(
    @Caller() caller: MemberCaller,
    @Query({ schema: findSimilar.query }) query: SimilarQuery,
  ): Promise<{ items: SimilarIncident[] }> {
    return { items: await similarTo(this.database, caller, query) };
  }

  @Endpoint(getIncident)
  get(@Caller() caller: MemberCaller, @Param({ schema: getIncident.params }) { key }: At): Promise<Incident> {
    return this.incidents.get(caller, key);
  }

  @Endpoint(editIncident)
  edit(
    @Caller() caller: MemberCaller,
    @Param({ schema: editIncident.params }) { key }: At,
    @IfMatch() seen: number,
    @Body({ schema: editIncident.body }) edit: IncidentEdit,
  ): Promise<Incident> {
    return this.incidents.edit(caller, key, edit, seen);
  }

  @Endpoint(moveIncident)
  move(
    @Caller() caller: MemberCaller,
    @Param({ schema: moveIncident.params }) { key }: At,
    @Body({ schema: moveIncident.body }) wanted: IncidentMove,
  ): Promise<Incident> {
    return this.moves.take(caller, key, wanted);
  }
}

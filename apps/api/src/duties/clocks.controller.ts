import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  type IncidentClocks,
  NewReportingClock,
  type ReportingClock,
  ReportingClockEdit,
  ReportingClockQuery,
} from '@plumbline/shared/contract/clock';
import {
  addIncidentClock,
  ClockParams,
  editIncidentClock,
  listClocks,
  listIncidentClocks,
} from '@plumbline/shared/contract/clock-routes';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { IfMatch } from '../platform/endpoint/if-match.js';
import { ClocksService } from './clocks.service.js';

interface OfIncident {
  key: string;
}

@Controller()
export class ClocksController {
  constructor(private readonly clocks: ClocksService) {}

  @Endpoint(listIncidentClocks)
  ofIncident(
    @Caller() caller: MemberCaller,
    @Param({ schema: listIncidentClocks.params }) { key }: OfIncident,
  ): Promise<IncidentClocks> {
    return this.clocks.ofIncident(caller, key);
  }

  @Endpoint(addIncidentClock)
  add(
    @Caller() caller: MemberCaller,
    @Param({ schema: addIncidentClock.params }) { key }: OfIncident,
    @Body({ schema: NewReportingClock }) given: NewReportingClock,
  ): Promise<ReportingClock> {
    return this.clocks.add(caller, key, given);
  }

  @Endpoint(editIncidentClock)
  edit(
    @Caller() caller: MemberCaller,
    @Param({ schema: ClockParams }) { key, id }: OfIncident & { id: string },
    @IfMatch() seen: number,
    @Body({ schema: ReportingClockEdit }) edit: ReportingClockEdit,
  ): Promise<ReportingClock> {
    return this.clocks.edit(caller, key, id, seen, edit);
  }

  @Endpoint(listClocks)
  list(
    @Caller() caller: MemberCaller,
    @Query({ schema: ReportingClockQuery }) query: ReportingClockQuery,
  ): Promise<{ items: ReportingClock[]; next: string | null }> {
    return this.clocks.list(caller, query);
  }
}

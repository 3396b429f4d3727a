import { Controller, Query } from '@nestjs/common';
import { type Overview, OverviewQuery, readOverview } from '@plumbline/shared/contract/overview';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { OverviewService } from './overview.service.js';

@Controller()
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  @Endpoint(readOverview)
  read(
    @Caller() caller: MemberCaller,
    @Query({ schema: OverviewQuery }) query: OverviewQuery,
  ): Promise<Overview> {
    return this.overview.read(caller, query);
  }
}

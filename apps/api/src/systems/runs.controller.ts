import { Body, Controller, Param, Query } from '@nestjs/common';
import { PageQuery } from '@plumbline/shared/contract/primitives';
import {
  addRun,
  archiveRun,
  editRun,
  listRuns,
  NewRun,
  restoreRun,
  RunChanges,
  RunParams,
  type Run,
} from '@plumbline/shared/contract/run';
import { SystemParams } from '@plumbline/shared/contract/system';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { IfMatch } from '../platform/endpoint/if-match.js';
import { RunsService } from './runs.service.js';

@Controller()
export class RunsController {
  constructor(private readonly runs: RunsService) {}

  @Endpoint(listRuns)
  list(
    @Caller() caller: MemberCaller,
    @Param({ schema: SystemParams }) { system }: { system: string },
    @Query({ schema: PageQuery }) page: { cursor?: string; limit: number },
  ) {
    return this.runs.list(caller, system, page);
  }

  @Endpoint(addRun)
  add(
    @Caller() caller: MemberCaller,
    @Param({ schema: SystemParams }) { system }: { system: string },
    @Body({ schema: NewRun }) draft: NewRun,
  ): Promise<Run> {
    return this.runs.add(caller, system, draft);
  }

  @Endpoint(editRun)
  edit(
    @Caller() caller: MemberCaller,
    @Param({ schema: RunParams }) { id }: { id: string },
    @IfMatch() seen: number,
    @Body({ schema: RunChanges }) changes: RunChanges,
  ): Promise<Run> {
    return this.runs.edit(caller, id, seen, changes);
  }

  @Endpoint(archiveRun)
  archive(
    @Caller() caller: MemberCaller,
    @Param({ schema: RunParams }) { id }: { id: string },
  ): Promise<Run> {
    return this.runs.archive(caller, id);
  }

  @Endpoint(restoreRun)
  restore(
    @Caller() caller: MemberCaller,
    @Param({ schema: RunParams }) { id }: { id: string },
  ): Promise<Run> {
    return this.runs.restore(caller, id);
  }
}

import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  archiveSystem,
  createSystem,
  editSystem,
  getSystem,
  listSystems,
  NewSystem,
  restoreSystem,
  SystemChanges,
  SystemParams,
  SystemQuery,
  type System,
} from '@plumbline/shared/contract/system';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { IfMatch } from '../platform/endpoint/if-match.js';
import { SystemsService } from './systems.service.js';

interface SystemRef {
  system: string;
}

@Controller()
export class SystemsController {
  constructor(private readonly systems: SystemsService) {}

  @Endpoint(listSystems)
  list(@Caller() caller: MemberCaller, @Query({ schema: SystemQuery }) query: SystemQuery) {
    return this.systems.list(caller, query);
  }

  @Endpoint(createSystem)
  create(@Caller() caller: MemberCaller, @Body({ schema: NewSystem }) draft: NewSystem): Promise<System> {
    return this.systems.register(caller, draft);
  }

  @Endpoint(getSystem)
  get(
    @Caller() caller: MemberCaller,
    @Param({ schema: SystemParams }) { system }: SystemRef,
  ): Promise<System> {
    return this.systems.find(caller, system);
  }

  @Endpoint(editSystem)
  edit(
    @Caller() caller: MemberCaller,
    @Param({ schema: SystemParams }) { system }: SystemRef,
    @IfMatch() seen: number,
    @Body({ schema: SystemChanges }) changes: SystemChanges,
  ): Promise<System> {
    return this.systems.edit(caller, system, seen, changes);
  }

  @Endpoint(archiveSystem)
  archive(
    @Caller() caller: MemberCaller,
    @Param({ schema: SystemParams }) { system }: SystemRef,
  ): Promise<System> {
    return this.systems.archive(caller, system);
  }

  @Endpoint(restoreSystem)
  restore(
    @Caller() caller: MemberCaller,
    @Param({ schema: SystemParams }) { system }: SystemRef,
  ): Promise<System> {
    return this.systems.restore(caller, system);
  }
}

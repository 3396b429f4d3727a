import { Body, Controller, Param, Query } from '@nestjs/common';
import { PageQuery } from '@plumbline/shared/contract/primitives';
import { SystemParams } from '@plumbline/shared/contract/system';
import {
  addSystemVersion,
  archiveSystemVersion,
  editSystemVersion,
  listSystemVersions,
  NewSystemVersion,
  restoreSystemVersion,
  SystemVersionChanges,
  SystemVersionParams,
  type SystemVersion,
} from '@plumbline/shared/contract/system-version';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { IfMatch } from '../platform/endpoint/if-match.js';
import { SystemVersionsService } from './system-versions.service.js';

@Controller()
export class SystemVersionsController {
  constructor(private readonly versions: SystemVersionsService) {}

  @Endpoint(listSystemVersions)
  list(
    @Caller() caller: MemberCaller,
    @Param({ schema: SystemParams }) { system }: { system: string },
    @Query({ schema: PageQuery }) page: { cursor?: string; limit: number },
  ) {
    return this.versions.list(caller, system, page);
  }

  @Endpoint(addSystemVersion)
  add(
    @Caller() caller: MemberCaller,
    @Param({ schema: SystemParams }) { system }: { system: string },
    @Body({ schema: NewSystemVersion }) draft: NewSystemVersion,
  ): Promise<SystemVersion> {
    return this.versions.add(caller, system, draft);
  }

  @Endpoint(editSystemVersion)
  edit(
    @Caller() caller: MemberCaller,
    @Param({ schema: SystemVersionParams }) { id }: { id: string },
    @IfMatch() seen: number,
    @Body({ schema: SystemVersionChanges }) changes: SystemVersionChanges,
  ): Promise<SystemVersion> {
    return this.versions.edit(caller, id, seen, changes);
  }

  @Endpoint(archiveSystemVersion)
  archive(
    @Caller() caller: MemberCaller,
    @Param({ schema: SystemVersionParams }) { id }: { id: string },
  ): Promise<SystemVersion> {
    return this.versions.archive(caller, id);
  }

  @Endpoint(restoreSystemVersion)
  restore(
    @Caller() caller: MemberCaller,
    @Param({ schema: SystemVersionParams }) { id }: { id: string },
  ): Promise<SystemVersion> {
    return this.versions.restore(caller, id);
  }
}

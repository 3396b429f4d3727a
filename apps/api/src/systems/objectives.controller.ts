import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  addLoophole,
  addObjective,
  archiveObjective,
  editLoophole,
  editObjective,
  getObjective,
  listObjectives,
  LoopholeChanges,
  LoopholeParams,
  NewLoophole,
  NewObjective,
  ObjectiveChanges,
  ObjectiveParams,
  restoreObjective,
  type Loophole,
  type Objective,
} from '@plumbline/shared/contract/objective';
import { PageQuery } from '@plumbline/shared/contract/primitives';
import { SystemParams } from '@plumbline/shared/contract/system';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { IfMatch } from '../platform/endpoint/if-match.js';
import { ObjectivesService } from './objectives.service.js';

@Controller()
export class ObjectivesController {
  constructor(private readonly objectives: ObjectivesService) {}

  @Endpoint(listObjectives)
  list(
    @Caller() caller: MemberCaller,
    @Param({ schema: SystemParams }) { system }: { system: string },
    @Query({ schema: PageQuery }) page: { cursor?: string; limit: number },
  ) {
    return this.objectives.list(caller, system, page);
  }

  @Endpoint(addObjective)
  add(
    @Caller() caller: MemberCaller,
    @Param({ schema: SystemParams }) { system }: { system: string },
    @Body({ schema: NewObjective }) draft: NewObjective,
  ): Promise<Objective> {
    return this.objectives.state(caller, system, draft);
  }

  @Endpoint(getObjective)
  get(
    @Caller() caller: MemberCaller,
    @Param({ schema: ObjectiveParams }) { id }: { id: string },
  ): Promise<Objective> {
    return this.objectives.find(caller, id);
  }

  @Endpoint(editObjective)
  edit(
    @Caller() caller: MemberCaller,
    @Param({ schema: ObjectiveParams }) { id }: { id: string },
    @IfMatch() seen: number,
    @Body({ schema: ObjectiveChanges }) changes: ObjectiveChanges,
  ): Promise<Objective> {
    return this.objectives.edit(caller, id, seen, changes);
  }

  @Endpoint(archiveObjective)
  archive(
    @Caller() caller: MemberCaller,
    @Param({ schema: ObjectiveParams }) { id }: { id: string },
  ): Promise<Objective> {
    return this.objectives.archive(caller, id);
  }

  @Endpoint(restoreObjective)
  restore(
    @Caller() caller: MemberCaller,
    @Param({ schema: ObjectiveParams }) { id }: { id: string },
  ): Promise<Objective> {
    return this.objectives.restore(caller, id);
  }

  @Endpoint(addLoophole)
  addLoophole(
    @Caller() caller: MemberCaller,
    @Param({ schema: ObjectiveParams }) { id }: { id: string },
    @Body({ schema: NewLoophole }) draft: NewLoophole,
  ): Promise<Loophole> {
    return this.objectives.noteLoophole(caller, id, draft);
  }

  @Endpoint(editLoophole)
  editLoophole(
    @Caller() caller: MemberCaller,
    @Param({ schema: LoopholeParams }) { id }: { id: string },
    @IfMatch() seen: number,
    @Body({ schema: LoopholeChanges }) changes: LoopholeChanges,
  ): Promise<Loophole> {
    return this.objectives.editLoophole(caller, id, seen, changes);
  }
}

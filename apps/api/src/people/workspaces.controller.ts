import { Body, Controller } from '@nestjs/common';
import type { Membership } from '@plumbline/shared/contract/session';
import {
  editWorkspace,
  getWorkspace,
  NewWorkspace,
  openWorkspace,
  WorkspaceChanges,
  type Workspace,
} from '@plumbline/shared/contract/workspace';
import { Caller, SignedIn, type MemberCaller, type PersonCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { IfMatch } from '../platform/endpoint/if-match.js';
import { WorkspacesService } from './workspaces.service.js';

@Controller()
export class WorkspacesController {
  constructor(private readonly workspaces: WorkspacesService) {}

  @Endpoint(openWorkspace)
  open(
    @SignedIn() caller: PersonCaller,
    @Body({ schema: NewWorkspace }) draft: NewWorkspace,
  ): Promise<Membership> {
    return this.workspaces.openFurther(caller, draft);
  }

  @Endpoint(getWorkspace)
  read(@Caller() caller: MemberCaller): Promise<Workspace> {
    return this.workspaces.read(caller);
  }

  @Endpoint(editWorkspace)
  edit(
    @Caller() caller: MemberCaller,
    @IfMatch() seen: number,
    @Body({ schema: WorkspaceChanges }) changes: WorkspaceChanges,
  ): Promise<Workspace> {
    return this.workspaces.edit(caller, seen, changes);
  }
}

import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  changeRole,
  leaveWorkspace,
  listMembers,
  MemberParams,
  MemberQuery,
  removeMember,
  RoleChange,
  type Member,
} from '@plumbline/shared/contract/member';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { MembersService } from './members.service.js';

@Controller()
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Endpoint(listMembers)
  list(@Caller() caller: MemberCaller, @Query({ schema: MemberQuery }) query: MemberQuery) {
    return this.members.list(caller, query);
  }

  @Endpoint(changeRole)
  changeRole(
    @Caller() caller: MemberCaller,
    @Param({ schema: MemberParams }) { id }: { id: string },
    @Body({ schema: RoleChange }) { role }: RoleChange,
  ): Promise<Member> {
    return this.members.changeRole(caller, id, role);
  }

  @Endpoint(removeMember)
  remove(
    @Caller() caller: MemberCaller,
    @Param({ schema: MemberParams }) { id }: { id: string },
  ): Promise<void> {
    return this.members.remove(caller, id);
  }

  @Endpoint(leaveWorkspace)
  leave(@Caller() caller: MemberCaller): Promise<void> {
    return this.members.remove(caller, caller.personId!);
  }
}

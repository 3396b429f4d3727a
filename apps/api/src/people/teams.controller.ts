import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  addTeamMember,
  archiveTeam,
  createTeam,
  editTeam,
  listTeams,
  NewTeam,
  removeTeamMember,
  restoreTeam,
  TeamChanges,
  TeamMemberParams,
  TeamParams,
  TeamQuery,
  type Team,
} from '@plumbline/shared/contract/team';
import { Caller, type MemberCaller } from '../platform/endpoint/caller.js';
import { Endpoint } from '../platform/endpoint/endpoint.js';
import { IfMatch } from '../platform/endpoint/if-match.js';
import { TeamsService } from './teams.service.js';

interface TeamRef {
  id: string;
}

interface TeamMemberRef extends TeamRef {
  person: string;
}

@Controller()
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Endpoint(listTeams)
  list(@Caller() caller: MemberCaller, @Query({ schema: TeamQuery }) query: TeamQuery) {
    return this.teams.list(caller, query.archived ?? false);
  }

  @Endpoint(createTeam)
  make(@Caller() caller: MemberCaller, @Body({ schema: NewTeam }) draft: NewTeam): Promise<Team> {
    return this.teams.make(caller, draft);
  }

  @Endpoint(editTeam)
  edit(
    @Caller() caller: MemberCaller,
    @Param({ schema: TeamParams }) { id }: TeamRef,
    @IfMatch() seen: number,
    @Body({ schema: TeamChanges }) changes: TeamChanges,
  ): Promise<Team> {
    return this.teams.edit(caller, id, seen, changes);
  }

  @Endpoint(archiveTeam)
  archive(@Caller() caller: MemberCaller, @Param({ schema: TeamParams }) { id }: TeamRef): Promise<Team> {
    return this.teams.archive(caller, id);
  }

  @Endpoint(restoreTeam)
  restore(@Caller() caller: MemberCaller, @Param({ schema: TeamParams }) { id }: TeamRef): Promise<Team> {
    return this.teams.restore(caller, id);
  }

  @Endpoint(addTeamMember)
  takeIn(
    @Caller() caller: MemberCaller,
    @Param({ schema: TeamMemberParams }) { id, person }: TeamMemberRef,
  ): Promise<Team> {
    return this.teams.takeIn(caller, id, person);
  }

  @Endpoint(removeTeamMember)
  letGo(
    @Caller() caller: MemberCaller,
    @Param({ schema: TeamMemberParams }) { id, person }: TeamMemberRef,
  ): Promise<Team> {
    return this.teams.letGo(caller, id, person);
  }
}

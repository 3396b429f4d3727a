import { Injectable } from '@nestjs/common';
import type { NewTeam, Team, TeamChanges } from '@plumbline/shared/contract/team';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Edits, type Edit } from '../activity/edits.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import { MembersService } from './members.service.js';
import { TeamsQueries } from './teams.queries.js';

const columns = { name: 'name', archivedAt: 'archived_at' };

/** The teams of a workspace and who is in them. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly database: Database,
    private readonly queries: TeamsQueries,
    private readonly members: MembersService,
    private readonly activity: ActivityService,
    private readonly edits: Edits,
    private readonly clock: Clock,
  ) {}

  async list(caller: MemberCaller, archived: boolean): Promise<{ items: Team[]; next: null }> {
    return { items: await this.queries.list(caller.workspaceId, archived), next: null };
  }

  /** @throws Problem 404 */
  async find(caller: MemberCaller, id: string): Promise<Team> {
    const team = await this.queries.byId(caller.workspaceId, id);
    if (!team) throw notFound('team');
    return team;
  }

  /** @throws Problem 409 when another team has the name */
  async make(caller: MemberCaller, { name }: NewTeam): Promise<Team> {
    const id = newId();
    return this.database.transaction(async () => {
      await this.refuseTaken(caller, name, null);
      await this.queries.insert(caller.workspaceId, id, name, this.clock.now());
      const after = await this.find(caller, id);
      await this.record(caller, 'made', id, { version: 1, after });
      return after;
    });
  }

  /** @throws Problem 404, 409 when another team has the name, 412 */
  async edit(caller: MemberCaller, id: string, seen: number, changes: TeamChanges): Promise<Team> {
    await this.find(caller, id);
    if (changes.name !== undefined) await this.refuseTaken(caller, changes.name, id);
    return this.edits.apply(caller, this.editOf(caller, id, changes), seen);
  }

  /** @throws Problem 404, 409 when it is archived already */
  async archive(caller: MemberCaller, id: string): Promise<Team> {
    const team = await this.find(caller, id);
    if (team.archivedAt) throw new Problem('conflict/state', 'This team is archived already.');
    return this.edits.apply(
      caller,
      this.editOf(caller, id, { archivedAt: this.clock.now() }, 'archived'),
      team.version,
    );
  }

  /** @throws Problem 404, 409 when it is not archived */
  async restore(caller: MemberCaller, id: string): Promise<Team> {
    const team = await this.find(caller, id);
    if (!team.archivedAt) throw new Problem('conflict/state', 'This team is not archived.');
    return this.edits.apply(caller, this.editOf(caller, id, { archivedAt: null }, 'restored'), team.version);
  }

  /** Taking in someone who is in already changes nothing. @throws Problem 404 for the team or the member */
  async takeIn(caller: MemberCaller, id: string, personId: string): Promise<Team> {
    return this.database.transaction(async () => {
      await this.find(caller, id);
      const { name } = await this.members.find(caller, personId);
      if (await this.queries.addMember(caller.workspaceId, id, personId))
        await this.record(caller, 'member_added', id, { after: { personId, name } });
      return this.find(caller, id);
    });
  }

  /** Letting go someone who is not in changes nothing. @throws Problem 404 for the team or the member */
  async letGo(caller: MemberCaller, id: string, personId: string): Promise<Team> {
    return this.database.transaction(async () => {
      await this.find(caller, id);
      const { name } = await this.members.find(caller, personId);
      if (await this.queries.removeMember(caller.workspaceId, id, personId))
        await this.record(caller, 'member_removed', id, { before: { personId, name } });
      return this.find(caller, id);
    });
  }

  private async refuseTaken(caller: MemberCaller, name: string, except: string | null): Promise<void> {
    if (await this.queries.nameTaken(caller.workspaceId, name, except))
      throw new Problem(
        'conflict/duplicate',
        `There is a team called "${name}" already, perhaps archived. Choose another name.`,
      );
  }

  private editOf(
    caller: MemberCaller,
    id: string,
    changes: Edit<Team>['changes'],
    verb?: string,
  ): Edit<Team> {
    const read = () => this.queries.byId(caller.workspaceId, id);
    return { kind: 'team', table: 'team', id, columns, changes, read, verb };
  }

  private async record(
    caller: MemberCaller,
    verb: string,
    subjectId: string,
    payload: Record<string, unknown>,
  ): Promise<void> {
    await this.activity.record(caller, { verb: `team.${verb}`, subjectKind: 'team', subjectId, payload });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Invitation, IssuedInvitation, NewInvitation } from '@plumbline/shared/contract/invitation';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import { InvitationsQueries } from './invitations.queries.js';
import { MembersQueries } from './members.queries.js';
import { PersonsQueries } from './persons.queries.js';
import { digestOf, randomText } from './secrets.js';
import { TeamsQueries } from './teams.queries.js';

const lifetime = 7 * 24 * 60 * 60 * 1000;

/** Inviting people by link. The link is shown once and works once, for a week. */
@Injectable()
export class InvitationsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly queries: InvitationsQueries,
    private readonly persons: PersonsQueries,
    private readonly members: MembersQueries,
    private readonly teams: TeamsQueries,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  async list(caller: MemberCaller): Promise<{ items: Invitation[]; next: null }> {
    return { items: await this.queries.open(caller.workspaceId, this.clock.now()), next: null };
  }

  /** An open invitation for the same address is replaced. @throws Problem 409 for a member, 422 for an unknown team */
  async invite(caller: MemberCaller, draft: NewInvitation): Promise<IssuedInvitation> {
    const token = randomText(43);
    const id = newId();
    return this.database.transaction(async () => {
      await this.refuseMember(caller.workspaceId, draft.email);
      const teamIds = await this.knownTeams(caller, draft.teamIds);
      const createdAt = this.clock.now();
      const replaced = await this.queries.revokeFor(caller.workspaceId, draft.email, createdAt);
      await this.queries.insert(caller.workspaceId, {
        ...draft,
        id,
        teamIds,
        hash: digestOf(token),
        invitedBy: caller.personId!,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + lifetime),
      });
      const after = (await this.queries.byId(caller.workspaceId, id))!;
      await this.record(caller, 'issued', id, { after, replaced });
      return { ...after, link: `${this.config.publicUrl}/invitation/${token}` };
    });
  }

  /** @throws Problem 404 when there is no open one by that id */
  async revoke(caller: MemberCaller, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const before = await this.queries.byId(caller.workspaceId, id);
      if (!before || !(await this.queries.revoke(caller.workspaceId, id, this.clock.now())))
        throw notFound('open invitation');
      await this.record(caller, 'revoked', id, { before });
    });
  }

  private async refuseMember(workspaceId: string, email: string): Promise<void> {
    const person = await this.persons.byEmail(email);
    const member = person && (await this.members.byId(workspaceId, person.id));
    if (member)
      throw new Problem(
        'conflict/duplicate',
        `${member.name} belongs to this workspace already. Change their role under Settings, Members.`,
      );
  }

  private async knownTeams(caller: MemberCaller, wanted: string[]): Promise<string[]> {
    const unique = [...new Set(wanted)];
    const known = await this.teams.existing(caller.workspaceId, unique);
    if (known.length < unique.length)
      throw new Problem('data/unprocessable', 'One of the teams does not exist (any more). Choose again.');
    return known;
  }

  private async record(
    caller: MemberCaller,
    verb: string,
    subjectId: string,
    payload: Record<string, unknown>,
  ): Promise<void> {
    await this.activity.record(caller, {
      verb: `invitation.${verb}`,
      subjectKind: 'invitation',
      subjectId,
      payload,
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Acceptance, OfferedInvitation } from '@plumbline/shared/contract/invitation';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { invalid } from '../platform/endpoint/validation.js';
import { Problem } from '../platform/problem/problem.js';
import { InvitationsQueries, type OpenDoor } from './invitations.queries.js';
import { MembersQueries } from './members.queries.js';
import { Passwords } from './passwords.js';
import { PersonsQueries, type PersonRow } from './persons.queries.js';
import { digestOf } from './secrets.js';
import { SignInService } from './sign-in.service.js';
import { TeamsQueries } from './teams.queries.js';

/** Who stands at the door: whether signed in, and from where. */
export interface Visitor {
  signedInAs: { personId: string; email: string } | null;
  address: string;
  requestId: string;
}

/** The other side of an invitation: its holder looks at it and comes in. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationsQueries,
    private readonly persons: PersonsQueries,
    private readonly members: MembersQueries,
    private readonly teams: TeamsQueries,
    private readonly passwords: Passwords,
    private readonly signIn: SignInService,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for an unknown link, 409 for one that no longer works */
  async read(token: string): Promise<OfferedInvitation> {
    const door = await this.door(token, false);
    const person = await this.persons.byEmail(door.email);
    const { workspaceName, email, role, invitedBy } = door;
    const expiresAt = door.expiresAt.toISOString();
    return { workspaceName, email, role, invitedBy, expiresAt, hasAccount: person !== null };
  }

  /**
   * @returns the id of the person who is now a member
   * @throws Problem 401 for a wrong password, 403 for somebody else's invitation, 404 and 409 as above
   */
  async accept(token: string, acceptance: Acceptance, visitor: Visitor): Promise<string> {
    const { email } = await this.door(token, false);
    const person = await this.identify(email, acceptance, visitor);
    await this.database.transaction(async () => {
      const door = await this.door(token, true);
      if (person.isNew) await this.persons.insert(person, this.clock.now());
      await this.letIn(door, person, visitor.requestId);
    });
    return person.id;
  }

  private async door(token: string, lock: boolean): Promise<OpenDoor> {
    const door = await this.invitations.byHash(digestOf(token), lock);
    if (!door)
      throw new Problem(
        'request/not-found',
        'This link leads to no invitation. Copy it again, or ask for another one.',
      );
    const reason = door.acceptedAt
      ? 'was accepted already. Sign in'
      : door.revokedAt
        ? 'was revoked. Ask for another one'
        : door.expiresAt <= this.clock.now()
          ? 'has expired. Ask for another one'
          : null;
    if (reason) throw new Problem('conflict/state', `This invitation ${reason}.`);
    return door;
  }

  /** Makes sure, outside of any transaction (hashing takes its time), that the visitor is the one invited. */
  private async identify(
    email: string,
    acceptance: Acceptance,
    visitor: Visitor,
  ): Promise<Omit<PersonRow, 'disabledAt'> & { isNew: boolean }> {
    const { signedInAs } = visitor;
    const person = await this.persons.byEmail(email);
    if (signedInAs && signedInAs.personId !== person?.id)
      throw new Problem(
        'auth/forbidden',
        `This invitation is for ${email}; you are signed in as ${signedInAs.email}. Sign out, then open the link again.`,
      );
    if (person && signedInAs) return { ...person, isNew: false };
    if (person) {
      if (!acceptance.password) throw missing('password', `Write the password of ${email}`);
      await this.signIn.check({ email, password: acceptance.password }, visitor.address);
      return { ...person, isNew: false };
    }
    if (!acceptance.name) throw missing('name', 'Write your name');
    if (!acceptance.newPassword) throw missing('newPassword', 'Choose a password');
    const passwordHash = await this.passwords.hash(acceptance.newPassword);
    return { id: newId(), email, name: acceptance.name, passwordHash, isNew: true };
  }

  private async letIn(
    door: OpenDoor,
    person: { id: string; name: string },
    requestId: string,
  ): Promise<void> {
    const { workspaceId } = door;
    const at = this.clock.now();
    if (await this.members.byId(workspaceId, person.id))
      throw new Problem('conflict/state', 'You belong to this workspace already. Open it.');
    await this.members.put(workspaceId, person.id, door.role, at);
    for (const teamId of await this.teams.existing(workspaceId, door.teamIds))
      await this.teams.addMember(workspaceId, teamId, person.id);
    await this.invitations.accepted(workspaceId, door.id, at);
    const after = await this.members.byId(workspaceId, person.id);
    await this.activity.record(
      { workspaceId, actor: { kind: 'person', id: person.id, name: person.name }, requestId },
      {
        verb: 'member.joined',
        subjectKind: 'person',
        subjectId: person.id,
        payload: { after, invitationId: door.id },
      },
    );
  }
}

function missing(path: string, message: string): Problem {
  return invalid([{ path: [path], message }]);
}

import { Injectable } from '@nestjs/common';
import type { Member, MemberQuery } from '@plumbline/shared/contract/member';
import type { WorkspaceRole } from '@plumbline/shared/taxonomy/values';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { pageFrom, readCursor } from '../platform/endpoint/cursor.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import { ApiKeysQueries } from './api-keys.queries.js';
import { MembersQueries } from './members.queries.js';

/** Who belongs to a workspace, and as what. At least one administrator always stays. */
@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly queries: MembersQueries,
    private readonly keys: ApiKeysQueries,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  async list(caller: MemberCaller, query: MemberQuery): Promise<{ items: Member[]; next: string | null }> {
    const rows = await this.queries.list(caller.workspaceId, query, readCursor(query.cursor, 2));
    return pageFrom(rows, query.limit, (row) => [row.sortName, row.personId]);
  }

  /** @throws Problem 404 */
  async find(caller: MemberCaller, personId: string): Promise<Member> {
    const member = await this.queries.byId(caller.workspaceId, personId);
    if (!member) throw notFound('member');
    return member;
  }

  /** Keys of theirs that may do more than the new role are revoked. @throws Problem 404, 409 for the last administrator */
  async changeRole(caller: MemberCaller, personId: string, role: WorkspaceRole): Promise<Member> {
    return this.database.transaction(async () => {
      await this.keepAdministrator(caller, role === 'admin' ? null : personId);
      const before = await this.find(caller, personId);
      if (before.role === role) return before;
      await this.queries.setRole(caller.workspaceId, personId, role);
      const revokedKeys = await this.keys.revokeAbove(caller.workspaceId, personId, role, this.clock.now());
      const after = await this.find(caller, personId);
      await this.record(caller, 'role_changed', personId, { before, after, revokedKeys });
      return after;
    });
  }

  /** @throws Problem 404, 409 for the last administrator */
  async remove(caller: MemberCaller, personId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.keepAdministrator(caller, personId);
      const before = await this.find(caller, personId);
      const at = this.clock.now();
      await this.queries.remove(caller.workspaceId, personId, at);
      const revokedKeys = await this.keys.revokeAbove(caller.workspaceId, personId, null, at);
      const verb = personId === caller.personId ? 'left' : 'removed';
      await this.record(caller, verb, personId, { before, revokedKeys });
    });
  }

  private async keepAdministrator(caller: MemberCaller, leaving: string | null): Promise<void> {
    const administrators = await this.queries.lockAdministrators(caller.workspaceId);
    if (administrators.length > 1 || administrators[0] !== leaving) return;
    throw new Problem(
      'conflict/state',
      'This is the only administrator of the workspace. Make someone else administrator first.',
    );
  }

  private async record(
    caller: MemberCaller,
    verb: string,
    subjectId: string,
    payload: Record<string, unknown>,
  ): Promise<void> {
    await this.activity.record(caller, { verb: `member.${verb}`, subjectKind: 'person', subjectId, payload });
  }
}

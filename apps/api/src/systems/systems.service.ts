import { Injectable } from '@nestjs/common';
import type { NewSystem, System, SystemChanges, SystemQuery } from '@plumbline/shared/contract/system';
import { v7 as newId, validate as isId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Edits, type Edit } from '../activity/edits.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { pageFrom, readCursor } from '../platform/endpoint/cursor.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import { SystemsQueries } from './systems.queries.js';

const columns = {
  key: 'key',
  name: 'name',
  purpose: 'purpose',
  ownerTeamId: 'owner_team_id',
  stage: 'stage',
  role: 'role',
  riskClass: 'risk_class',
  jurisdictions: 'jurisdictions',
  archivedAt: 'archived_at',
};

/** The AI systems of a workspace: what is run, and what it is for. */
@Injectable()
export class SystemsService {
  constructor(
    private readonly database: Database,
    private readonly queries: SystemsQueries,
    private readonly activity: ActivityService,
    private readonly edits: Edits,
    private readonly clock: Clock,
  ) {}

  async list(caller: MemberCaller, query: SystemQuery): Promise<{ items: System[]; next: string | null }> {
    const after = readCursor(query.cursor, 2);
    const rows = await this.queries.list(caller.workspaceId, query, after);
    return pageFrom(rows, query.limit, (row) => [row.sortName, row.id]);
  }

  /** @param ref its id or its key @throws Problem 404 */
  async find(caller: MemberCaller, ref: string): Promise<System> {
    const system = isId(ref)
      ? await this.queries.byId(caller.workspaceId, ref)
      : await this.queries.byKey(caller.workspaceId, ref);
    if (!system) throw notFound('system');
    return system;
  }

  async register(caller: MemberCaller, draft: NewSystem): Promise<System> {
    const id = newId();
    return this.database.transaction(async () => {
      await this.queries.insert(caller.workspaceId, id, {
        ...draft,
        ownerTeamName: null,
        version: 1,
        createdAt: this.clock.now().toISOString(),
        updatedAt: '',
        archivedAt: null,
      });
      const system = await this.find(caller, id);
      await this.activity.record(caller, {
        verb: 'system.registered',
        subjectKind: 'system',
        subjectId: id,
        payload: { version: 1, after: system },
      });
      return system;
    });
  }

  /** @throws Problem 404, 412 */
  async edit(caller: MemberCaller, ref: string, seen: number, changes: SystemChanges): Promise<System> {
    const { id } = await this.find(caller, ref);
    return this.edits.apply(caller, this.editOf(caller, id, changes), seen);
  }

  /** @throws Problem 404, 409 when it is archived already */
  async archive(caller: MemberCaller, ref: string): Promise<System> {
    const system = await this.find(caller, ref);
    if (system.archivedAt) throw new Problem('conflict/state', 'This system is archived already.');
    const edit = this.editOf(caller, system.id, { archivedAt: this.clock.now() }, 'archived');
    return this.edits.apply(caller, edit, system.version);
  }

  /** @throws Problem 404, 409 when it is not archived */
  async restore(caller: MemberCaller, ref: string): Promise<System> {
    const system = await this.find(caller, ref);
    if (!system.archivedAt) throw new Problem('conflict/state', 'This system is not archived.');
    const edit = this.editOf(caller, system.id, { archivedAt: null }, 'restored');
    return this.edits.apply(caller, edit, system.version);
  }

  private editOf(
    caller: MemberCaller,
    id: string,
    changes: Edit<System>['changes'],
    verb?: string,
  ): Edit<System> {
    const read = () => this.queries.byId(caller.workspaceId, id);
    return { kind: 'system', table: 'ai_system', id, columns, changes, read, verb };
  }
}

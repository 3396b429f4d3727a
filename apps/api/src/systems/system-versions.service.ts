import { Injectable } from '@nestjs/common';
import type {
  NewSystemVersion,
  SystemVersion,
  SystemVersionChanges,
} from '@plumbline/shared/contract/system-version';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Edits, type Edit } from '../activity/edits.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';
import { SystemVersionsQueries } from './system-versions.queries.js';
import { findPart, partsOf } from './system-part.js';
import { SystemsService } from './systems.service.js';

const columns = {
  name: 'name',
  releasedAt: 'released_at',
  capabilityTier: 'capability_tier',
  notes: 'notes',
  archivedAt: 'archived_at',
};

/** The versions of a system: what was released when. */
@Injectable()
export class SystemVersionsService {
  constructor(
    private readonly database: Database,
    readonly queries: SystemVersionsQueries,
    readonly systems: SystemsService,
    private readonly activity: ActivityService,
    private readonly edits: Edits,
    private readonly clock: Clock,
  ) {}

  list(
    caller: MemberCaller,
    systemRef: string,
    page: { cursor?: string; limit: number },
  ): Promise<{ items: SystemVersion[]; next: string | null }> {
    const order = {
      sortedBy: 2,
      sortValues: (row: SystemVersion) => [row.releasedAt ?? row.createdAt, row.id],
    };
    return partsOf(this, caller, systemRef, page, order);
  }

  async add(caller: MemberCaller, systemRef: string, draft: NewSystemVersion): Promise<SystemVersion> {
    const id = newId();
    const system = await this.systems.find(caller, systemRef);
    return this.database.transaction(async () => {
      await this.queries.insert(caller.workspaceId, id, system.id, draft, this.clock.now());
      const version = await this.find(caller, id);
      await this.activity.record(caller, {
        verb: 'version.added',
        subjectKind: 'version',
        subjectId: id,
        payload: { version: 1, systemId: system.id, after: version },
      });
      return version;
    });
  }

  /** @throws Problem 404, 412 */
  async edit(
    caller: MemberCaller,
    id: string,
    seen: number,
    changes: SystemVersionChanges,
  ): Promise<SystemVersion> {
    return this.edits.apply(caller, this.editOf(caller, id, changes), seen);
  }

  /** @throws Problem 404, 409 */
  async archive(caller: MemberCaller, id: string): Promise<SystemVersion> {
    const version = await this.find(caller, id);
    if (version.archivedAt) throw new Problem('conflict/state', 'This version is archived already.');
    const edit = this.editOf(caller, id, { archivedAt: this.clock.now() }, 'archived');
    return this.edits.apply(caller, edit, version.version);
  }

  /** @throws Problem 404, 409 */
  async restore(caller: MemberCaller, id: string): Promise<SystemVersion> {
    const version = await this.find(caller, id);
    if (!version.archivedAt) throw new Problem('conflict/state', 'This version is not archived.');
    const edit = this.editOf(caller, id, { archivedAt: null }, 'restored');
    return this.edits.apply(caller, edit, version.version);
  }

  private find(caller: MemberCaller, id: string): Promise<SystemVersion> {
    return findPart(this.queries, caller, id, 'version');
  }

  private editOf(
    caller: MemberCaller,
    id: string,
    changes: Edit<SystemVersion>['changes'],
    verb?: string,
  ): Edit<SystemVersion> {
    const read = () => this.queries.byId(caller.workspaceId, id);
    return { kind: 'version', table: 'system_version', id, columns, changes, read, verb };
  }
}

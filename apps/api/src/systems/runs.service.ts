import { Injectable } from '@nestjs/common';
import type { NewRun, Run, RunChanges } from '@plumbline/shared/contract/run';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { type Edit, Edits } from '../activity/edits.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';
import { RunsQueries, type NamedPart } from './runs.queries.js';
import { SystemVersionsQueries } from './system-versions.queries.js';
import { findPart, partsOf } from './system-part.js';
import { SystemsService } from './systems.service.js';

const columns = {
  externalId: 'external_id',
  kind: 'kind',
  versionId: 'version_id',
  link: 'link',
  startedAt: 'started_at',
  endedAt: 'ended_at',
  archivedAt: 'archived_at',
};

/** Training and evaluation runs of a system. */
@Injectable()
export class RunsService {
  constructor(
    private readonly database: Database,
    readonly queries: RunsQueries,
    private readonly versions: SystemVersionsQueries,
    readonly systems: SystemsService,
    private readonly activity: ActivityService,
    private readonly edits: Edits,
    private readonly clock: Clock,
  ) {}

  list(
    caller: MemberCaller,
    systemRef: string,
    page: { cursor?: string; limit: number },
  ): Promise<{ items: Run[]; next: string | null }> {
    const order = { sortedBy: 2, sortValues: (row: Run) => [row.startedAt ?? row.createdAt, row.id] };
    return partsOf(this, caller, systemRef, page, order);
  }

  /** @throws Problem 404 */
  find(caller: MemberCaller, id: string): Promise<Run> {
    return findPart(this.queries, caller, id, 'run');
  }

  async add(caller: MemberCaller, systemRef: string, draft: NewRun): Promise<Run> {
    const id = newId();
    const system = await this.systems.find(caller, systemRef);
    await this.checkVersion(caller, system.id, draft.versionId);
    return this.database.transaction(async () => {
      await this.queries.insert(caller.workspaceId, id, system.id, draft, this.clock.now());
      const run = await this.find(caller, id);
      await this.activity.record(caller, {
        verb: 'run.added',
        subjectKind: 'run',
        subjectId: id,
        payload: { version: 1, systemId: system.id, after: run },
      });
      return run;
    });
  }

  /** @throws Problem 404, 412, 422 when the version is of another system */
  async edit(caller: MemberCaller, id: string, seen: number, changes: RunChanges): Promise<Run> {
    const run = await this.find(caller, id);
    await this.checkVersion(caller, run.systemId, changes.versionId);
    return this.edits.apply(caller, this.editOf(caller, id, changes), seen);
  }

  /** @throws Problem 404, 409 */
  async archive(caller: MemberCaller, id: string): Promise<Run> {
    const run = await this.find(caller, id);
    if (run.archivedAt) throw new Problem('conflict/state', 'This run is archived already.');
    const edit = this.editOf(caller, id, { archivedAt: this.clock.now() }, 'archived');
    return this.edits.apply(caller, edit, run.version);
  }

  /** @throws Problem 404, 409 */
  async restore(caller: MemberCaller, id: string): Promise<Run> {
    const run = await this.find(caller, id);
    if (!run.archivedAt) throw new Problem('conflict/state', 'This run is not archived.');
    return this.edits.apply(caller, this.editOf(caller, id, { archivedAt: null }, 'restored'), run.version);
  }

  /** The versions and runs of some systems that senders name, by their own name or by id. */
  async named(caller: MemberCaller, systemIds: string[], names: string[]): Promise<NamedPart[]> {
    return this.queries.named(caller.workspaceId, systemIds, names);
  }

  private editOf(caller: MemberCaller, id: string, changes: Edit<Run>['changes'], verb?: string): Edit<Run> {
    const read = () => this.queries.byId(caller.workspaceId, id);
    return { kind: 'run', table: 'run', id, columns, changes, read, verb };
  }

  private async checkVersion(
    caller: MemberCaller,
    systemId: string,
    versionId: string | null | undefined,
  ): Promise<void> {
    if (!versionId) return;
    const version = await this.versions.byId(caller.workspaceId, versionId);
    if (version?.systemId !== systemId) {
      throw new Problem('data/unprocessable', 'This version does not belong to the system of the run.');
    }
  }
}

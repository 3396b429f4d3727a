import { Injectable } from '@nestjs/common';
import type {
  Loophole,
  LoopholeChanges,
  NewLoophole,
  NewObjective,
  Objective,
  ObjectiveChanges,
} from '@plumbline/shared/contract/objective';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Edits, type Edit } from '../activity/edits.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';
import { ObjectivesQueries } from './objectives.queries.js';
import { findPart, partsOf } from './system-part.js';
import { SystemsService } from './systems.service.js';

const columns = {
  name: 'name',
  intent: 'intent',
  specification: 'specification',
  contextDependent: 'context_dependent',
  implicit: 'implicit',
  multiDimensional: 'multi_dimensional',
  changing: 'changing',
  archivedAt: 'archived_at',
};
const loopholeColumns = { description: 'description', state: 'state', foundOn: 'found_on', note: 'note' };

/** What people want of a system, what is literally optimised, and the known ways between the two. */
@Injectable()
export class ObjectivesService {
  constructor(
    private readonly database: Database,
    readonly queries: ObjectivesQueries,
    readonly systems: SystemsService,
    private readonly activity: ActivityService,
    private readonly edits: Edits,
    private readonly clock: Clock,
  ) {}

  list(
    caller: MemberCaller,
    systemRef: string,
    page: { cursor?: string; limit: number },
  ): Promise<{ items: Objective[]; next: string | null }> {
    const order = { sortedBy: 1, sortValues: ({ id }: Objective) => [id] };
    return partsOf(this, caller, systemRef, page, order);
  }

  /** @throws Problem 404 */
  find(caller: MemberCaller, id: string): Promise<Objective> {
    return findPart(this.queries, caller, id, 'objective');
  }

  async state(caller: MemberCaller, systemRef: string, draft: NewObjective): Promise<Objective> {
    const id = newId();
    const system = await this.systems.find(caller, systemRef);
    return this.database.transaction(async () => {
      await this.queries.insert(caller.workspaceId, id, system.id, draft, this.clock.now());
      const objective = await this.find(caller, id);
      await this.activity.record(caller, {
        verb: 'objective.stated',
        subjectKind: 'objective',
        subjectId: id,
        payload: { version: 1, systemId: system.id, after: objective },
      });
      return objective;
    });
  }

  /** @throws Problem 404, 412 */
  async edit(caller: MemberCaller, id: string, seen: number, changes: ObjectiveChanges): Promise<Objective> {
    return this.edits.apply(caller, this.editOf(caller, id, changes), seen);
  }

  /** @throws Problem 404, 409 while a metric serves it or when it is archived already */
  async archive(caller: MemberCaller, id: string): Promise<Objective> {
    const objective = await this.find(caller, id);
    if (objective.archivedAt) throw new Problem('conflict/state', 'This objective is archived already.');
    const metrics = await this.queries.servedBy(caller.workspaceId, id);
    if (metrics.length > 0) {
      throw new Problem('conflict/state', `Archive the metrics that serve it first: ${metrics.join(', ')}.`);
    }
    const edit = this.editOf(caller, id, { archivedAt: this.clock.now() }, 'archived');
    return this.edits.apply(caller, edit, objective.version);
  }

  /** @throws Problem 404, 409 when it is not archived */
  async restore(caller: MemberCaller, id: string): Promise<Objective> {
    const objective = await this.find(caller, id);
    if (!objective.archivedAt) throw new Problem('conflict/state', 'This objective is not archived.');
    const edit = this.editOf(caller, id, { archivedAt: null }, 'restored');
    return this.edits.apply(caller, edit, objective.version);
  }

  /** Loopholes have versions of their own: noting one does not disturb an edit of the objective. */
  async noteLoophole(caller: MemberCaller, objectiveId: string, draft: NewLoophole): Promise<Loophole> {
    const id = newId();
    await this.find(caller, objectiveId);
    const now = this.clock.now();
    const foundOn = draft.foundOn ?? now.toISOString().slice(0, 10);
    return this.database.transaction(async () => {
      await this.queries.insertLoophole(caller.workspaceId, id, objectiveId, { ...draft, foundOn }, now);
      const loophole = await this.queries.loophole(caller.workspaceId, id);
      await this.activity.record(caller, {
        verb: 'loophole.noted',
        subjectKind: 'loophole',
        subjectId: id,
        payload: { version: 1, objectiveId, after: loophole },
      });
      return loophole!;
    });
  }

  /** @throws Problem 404, 412 */
  async editLoophole(
    caller: MemberCaller,
    id: string,
    seen: number,
    changes: LoopholeChanges,
  ): Promise<Loophole> {
    const read = () => this.queries.loophole(caller.workspaceId, id);
    const edit = {
      kind: 'loophole',
      table: 'objective_loophole',
      id,
      columns: loopholeColumns,
      changes,
      read,
    };
    return this.edits.apply(caller, edit, seen);
  }

  private editOf(
    caller: MemberCaller,
    id: string,
    changes: Edit<Objective>['changes'],
    verb?: string,
  ): Edit<Objective> {
    const read = () => this.queries.byId(caller.workspaceId, id);
    return { kind: 'objective', table: 'objective', id, columns, changes, read, verb };
  }
}

import { Injectable } from '@nestjs/common';
import type { NewTask, Task, TaskEdit, TaskQuery } from '@plumbline/shared/contract/task';
import { dayOf } from '@plumbline/shared/incident/wall-clock';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Edits } from '../activity/edits.js';
import { checkNamedPeople } from '../people/named-people.js';
import { checkMaySee } from '../people/who-sees.js';
import { WorkspacesService } from '../people/workspaces.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import { findSubject } from './task-subject.queries.js';
import { TasksQueries } from './tasks.queries.js';

const columns = {
  title: 'title',
  note: 'note',
  link: 'link',
  ownerId: 'owner_id',
  dueOn: 'due_on',
  state: 'state',
  endedAt: 'ended_at',
  endedBy: 'ended_by_name',
} as const;

const verbs = { open: 'reopened', done: 'done', dropped: 'dropped' } as const;

/** Who does what by when: written down, edited, ended, opened again. */
@Injectable()
export class TasksService {
  constructor(
    private readonly database: Database,
    private readonly queries: TasksQueries,
    private readonly workspaces: WorkspacesService,
    private readonly activity: ActivityService,
    private readonly edits: Edits,
    private readonly clock: Clock,
  ) {}

  async list(caller: MemberCaller, query: TaskQuery): Promise<{ items: Task[]; next: string | null }> {
    if (query.owner === 'me' && caller.personId === null)
      throw new Problem('request/invalid', 'A key owns no tasks. Name the person by id instead of "me".');
    return this.queries.list(caller, query, await this.today(caller));
  }

  /** @throws Problem 404 when it is not there, or is about something that the caller may not see */
  async find(caller: MemberCaller, id: string): Promise<Task> {
    const task = await this.queries.byId(caller, id, await this.today(caller));
    if (!task) throw notFound('task');
    return task;
  }

  /** Writes a task down. @throws Problem 404 for a subject, 422 for an owner, that is not there or may not see it */
  async add(caller: MemberCaller, given: NewTask): Promise<Task> {
    return this.database.transaction(async () => {
      await checkNamedPeople(this.database, caller, given);
      const subject = await findSubject(this.database, caller, given);
      await checkMaySee(this.database, caller.workspaceId, given.ownerId ?? null, subject.incident_id);
      const id = newId();
      const { kind, id: actorId, name } = caller.actor;
      await this.database.query(
        `INSERT INTO task (workspace_id, id, title, note, link, owner_id, due_on, incident_id, system_id, pair_id,
                           mitigation_id, subcategory, made_by_kind, made_by_id, made_by_name, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16)`,
        [
          caller.workspaceId,
          id,
          given.title,
          given.note ?? '',
          given.link ?? '',
          given.ownerId ?? null,
          given.dueOn ?? null,
          subject.incident_id,
          subject.system_id,
          subject.pair_id,
          subject.mitigation_id,
          subject.subcategory,
          kind,
          actorId,
          name,
          this.clock.now(),
        ],
      );
      const task = await this.find(caller, id);
      await this.record(caller, task, 'task.added', { version: 1, after: flat(task) });
      await this.tellIncident(caller, subject.incident_id, 'task_added', task);
      return task;
    });
  }

  /** @throws Problem 403 for somebody else's task, 404, 409 where a rule filed the same anew, 412, 422 */
  async edit(caller: MemberCaller, id: string, seen: number, edit: TaskEdit): Promise<Task> {
    return this.database.transaction(async () => {
      const before = await this.find(caller, id);
      if (!before.mayEdit)
        throw new Problem(
          'auth/forbidden',
          'Only triagers, and who made or owns a task, may edit it. Ask one of them.',
        );
      const incidentId = await this.incidentOf(caller, id);
      await checkNamedPeople(this.database, caller, edit, { ownerId: before.owner?.id });
      await checkMaySee(this.database, caller.workspaceId, edit.ownerId ?? null, incidentId);
      const moved = edit.state !== undefined && edit.state !== before.state;
      const ended = moved && edit.state !== 'open';
      const changes = {
        ...edit,
        ...(moved && {
          endedAt: ended ? this.clock.now().toISOString() : null,
          endedBy: ended ? caller.actor.name : null,
        }),
      };
      const read = async () => {
        const task = await this.queries.byId(caller, id, await this.today(caller));
        return task && { ...task, ownerId: task.owner?.id ?? null };
      };
      const verb = moved ? verbs[edit.state!] : undefined;
      await this.edits.apply(caller, { kind: 'task', table: 'task', id, columns, changes, read, verb }, seen);
      const after = await this.find(caller, id);
      if (moved) await this.tellIncident(caller, incidentId, `task_${verbs[edit.state!]}`, after);
      return after;
    });
  }

  private async incidentOf(caller: MemberCaller, id: string): Promise<string | null> {
    const row = await this.database.first<{ incidentId: string | null }>(
      'SELECT incident_id AS "incidentId" FROM task WHERE workspace_id = $1 AND id = $2',
      [caller.workspaceId, id],
    );
    return row?.incidentId ?? null;
  }

  private async today(caller: MemberCaller): Promise<string> {
    return dayOf(this.clock.now(), (await this.workspaces.read(caller)).timeZone);
  }

  private record(
    caller: MemberCaller,
    { id }: Task,
    verb: string,
    payload: Record<string, unknown>,
  ): Promise<number> {
    return this.activity.record(caller, { verb, subjectKind: 'task', subjectId: id, payload });
  }

  private async tellIncident(
    caller: MemberCaller,
    incidentId: string | null,
    act: string,
    { id, title, owner, about }: Task,
  ): Promise<void> {
    if (!incidentId) return;
    await this.activity.record(caller, {
      verb: `incident.${act}`,
      subjectKind: 'incident',
      subjectId: incidentId,
      payload: { key: about?.ref, taskId: id, title, ownerId: owner?.id ?? null },
    });
  }
}

function flat({ title, note, link, dueOn, owner, about }: Task): Record<string, unknown> {
  return { title, note, link, dueOn, ownerId: owner?.id ?? null, about };
}

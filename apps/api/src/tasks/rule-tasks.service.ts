import { Injectable } from '@nestjs/common';
import type { TaskReason } from '@plumbline/shared/taxonomy/values/task';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';

/** Where a rule is at work, and in answer to what. */
type Place = Pick<MemberCaller, 'workspaceId' | 'requestId'>;

/** What a task of a rule is about, by id; a subcategory by its name. */
export type TaskSubjectId =
  { incident: string } | { system: string } | { pair: string } | { mitigation: string } | { rmf: string };

/** What a rule asks somebody to do. */
export interface RuleTask {
  /** Which rule. One task of it about one thing is open at a time. */
  reason: TaskReason;
  about: TaskSubjectId;
  title: string;
  note?: string;
  ownerId?: string | null;
  /** A day, `2026-12-04`. */
  dueOn?: string | null;
}

const columnOf = {
  incident: 'incident_id',
  system: 'system_id',
  pair: 'pair_id',
  mitigation: 'mitigation_id',
  rmf: 'subcategory',
} as const;

/** Tasks that rules file and settle. May be called again and again: what is open stays the one it is. */
@Injectable()
export class RuleTasksService {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** Files a task unless one for the same reason about the same thing is open. @returns whether it is new */
  async file(place: Place, task: RuleTask): Promise<boolean> {
    const [kind, subject] = subjectOf(task.about);
    return this.database.transaction(async () => {
      const rows = await this.database.query<{ id: string }>(
        `INSERT INTO task (workspace_id, id, title, note, owner_id, due_on, ${columnOf[kind]}, made_by_kind,
                           made_by_name, reason, rule_key, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'system', 'Plumbline', $8, $9, $10, $10)
         ON CONFLICT (workspace_id, rule_key) WHERE state = 'open' AND rule_key <> '' DO NOTHING RETURNING id`,
        [
          place.workspaceId,
          newId(),
          task.title,
          task.note ?? '',
          task.ownerId ?? null,
          task.dueOn ?? null,
          subject,
          task.reason,
          ruleKey(task),
          this.clock.now(),
        ],
      );
      const [made] = rows;
      if (!made) return false;
      const { title, reason, about, ownerId = null, dueOn = null } = task;
      await this.record(place, made.id, 'added', {
        version: 1,
        reason,
        after: { title, about, ownerId, dueOn },
      });
      return true;
    });
  }

  /** Ends the open task of a rule about something, since it is no longer needed. @returns whether there was one */
  async settle(place: Place, { reason, about }: Pick<RuleTask, 'reason' | 'about'>): Promise<boolean> {
    return this.database.transaction(async () => {
      const ended = await this.database.first<{ id: string; version: number }>(
        `UPDATE task SET state = 'done', version = version + 1, updated_at = $3, ended_at = $3, ended_by_name = 'Plumbline'
          WHERE workspace_id = $1 AND rule_key = $2 AND state = 'open' RETURNING id, version`,
        [place.workspaceId, ruleKey({ reason, about }), this.clock.now()],
      );
      if (!ended) return false;
      await this.record(place, ended.id, 'done', {
        version: ended.version,
        reason,
        before: { state: 'open' },
        after: { state: 'done' },
      });
      return true;
    });
  }

  private record(
    { workspaceId, requestId }: Place,
    subjectId: string,
    verb: string,
    payload: Record<string, unknown>,
  ): Promise<number> {
    return this.activity.record(
      { workspaceId, requestId, actor: { kind: 'system', id: null, name: 'Plumbline' } },
      { verb: `task.${verb}`, subjectKind: 'task', subjectId, payload },
    );
  }
}

function subjectOf(about: TaskSubjectId): [keyof typeof columnOf, string] {
  return Object.entries(about)[0] as [keyof typeof columnOf, string];
}

function ruleKey({ reason, about }: Pick<RuleTask, 'reason' | 'about'>): string {
  return [reason, ...subjectOf(about)].join(' ');
}

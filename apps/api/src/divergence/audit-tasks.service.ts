import { Injectable } from '@nestjs/common';
import type { PairStanding } from '@plumbline/shared/divergence/pair/ladder';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { RuleTasksService } from '../tasks/rule-tasks.service.js';
import { detectorCaller } from './detector-caller.js';
import type { WatchedPair } from './watched-pair.queries.js';

/** Makes an overdue audit somebody's task, and ends the task once the audit has come. */
@Injectable()
export class AuditTasksService {
  constructor(
    private readonly database: Database,
    private readonly tasks: RuleTasksService,
    private readonly clock: Clock,
  ) {}

  /** Called whenever the detector has looked at a pair. */
  async follow(
    { workspaceId, id, intent, proxy }: WatchedPair,
    { standing, sentence }: { standing: PairStanding; sentence: string },
  ): Promise<void> {
    const place = detectorCaller(workspaceId);
    const rule = { reason: 'audit_overdue', about: { pair: id } } as const;
    if (standing !== 'overdue') {
      await this.tasks.settle(place, rule);
      return;
    }
    await this.tasks.file(place, {
      ...rule,
      title: `Audit ${intent.name}`.slice(0, 200),
      note: `${sentence} Until it is measured again nobody can say whether ${proxy.name} still means it.`,
      ownerId: await this.watcher(workspaceId, id),
      dueOn: this.clock.now().toISOString().slice(0, 10),
    });
  }

  /** Who last put the pair to watch and is still here: whom its audits concern. */
  private async watcher(workspaceId: string, pairId: string): Promise<string | null> {
    const row = await this.database.first<{ id: string }>(
      `SELECT m.person_id AS id
         FROM activity a JOIN member m ON m.workspace_id = a.workspace_id AND m.person_id = a.actor_id
        WHERE a.workspace_id = $1 AND a.subject_id = $2 AND a.verb = 'pair.activated' AND a.actor_kind = 'person'
        ORDER BY a.seq DESC LIMIT 1`,
      [workspaceId, pairId],
    );
    return row?.id ?? null;
  }
}

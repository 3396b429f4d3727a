import { Injectable } from '@nestjs/common';
import { dayOf } from '@plumbline/shared/incident/wall-clock';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Job, type Work } from '../platform/jobs/job.js';
import { RuleTasksService } from '../tasks/rule-tasks.service.js';
import { type DueRecheck, dueRechecks, workspaceZones } from './due-rechecks.queries.js';

/** Closing is not the end: on its re-check day a closed incident comes back as a task of its owner. */
@Injectable()
@Job({ name: 'triage/ask-for-rechecks', every: '*/10 * * * *' })
export class AskForRechecks implements Work {
  constructor(
    private readonly database: Database,
    private readonly tasks: RuleTasksService,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  async work(_payload: unknown, signal: AbortSignal): Promise<void> {
    for (const { id, timeZone } of await workspaceZones(this.database))
      for (const due of await dueRechecks(this.database, id, dayOf(this.clock.now(), timeZone))) {
        if (signal.aborted) return;
        await this.ask(id, due);
      }
  }

  private async ask(workspaceId: string, due: DueRecheck): Promise<void> {
    const key = `INC-${due.number}`;
    await this.database.transaction(async () => {
      const place = { workspaceId, requestId: 'recheck' };
      const filed = await this.tasks.file(place, {
        reason: 'recheck_due',
        about: { incident: due.id },
        title: `Look at ${key} again: does what was done still hold?`,
        ownerId: due.ownerId,
        dueOn: due.recheckOn,
      });
      if (!filed) return;
      await this.activity.record(
        { ...place, actor: { kind: 'system', id: null, name: 'Plumbline' } },
        {
          verb: 'incident.recheck_due',
          subjectKind: 'incident',
          subjectId: due.id,
          payload: { key, recheckOn: due.recheckOn },
        },
      );
    });
  }
}

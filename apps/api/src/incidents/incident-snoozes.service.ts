import { Injectable } from '@nestjs/common';
import type { IncidentMove } from '@plumbline/shared/contract/incident-move';
import { nextMeeting } from '@plumbline/shared/incident/next-meeting';
import type { Environment } from '@plumbline/shared/taxonomy/values/incident';
import { ActivityService } from '../activity/activity.service.js';
import { WorkspacesService } from '../people/workspaces.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';
import { keyOf } from './incident.queries.js';

type Snooze = Extract<IncidentMove, { verb: 'snooze' }>;

/** A snooze by count ends after this, however seldom it was seen: silence may be for lack of data. */
const countedAtMostMs = 30 * 86_400_000;

interface Sleeper {
  id: string;
  number: number;
  version: number;
  snoozedUntil: Date;
  environment: Environment | null;
  count: number | null;
}

/** How incidents fall asleep and what wakes them: time, the meeting, being seen too often or elsewhere. */
@Injectable()
export class IncidentSnoozes {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityService,
    private readonly workspaces: WorkspacesService,
    private readonly clock: Clock,
  ) {}

  /** @returns the columns of a snooze @throws Problem 422 for a time that has passed */
  async columns(caller: MemberCaller, wanted: Snooze): Promise<Record<string, unknown>> {
    return {
      snoozed_until: await this.until(caller, wanted),
      snooze_environment: wanted.environment ?? null,
      snooze_count: wanted.count ?? null,
    };
  }

  private async until(caller: MemberCaller, { until, count }: Snooze): Promise<Date> {
    const now = this.clock.now();
    if (count !== undefined) return new Date(now.getTime() + countedAtMostMs);
    if (until === undefined) return this.nextMeetingAt(caller);
    if (new Date(until) <= now)
      throw new Problem('data/unprocessable', 'Snooze until a time that is still to come.');
    return new Date(until);
  }

  /** When the next triage meeting of the caller's workspace begins. */
  async nextMeetingAt(caller: MemberCaller): Promise<Date> {
    const { meetingDay, meetingTime, timeZone } = await this.workspaces.read(caller);
    return nextMeeting(this.clock.now(), { day: meetingDay, time: meetingTime, timeZone });
  }

  /** An incident was seen once more, in an environment where that is known. One that sleeps may wake by it. */
  async seenAgain(caller: MemberCaller, incidentId: string, environment: Environment | null): Promise<void> {
    const sleeper = await this.database.first<Sleeper>(
      `SELECT ${sleeperColumns} FROM incident
        WHERE workspace_id = $1 AND id = $2 AND triage_state = 'snoozed' FOR UPDATE`,
      [caller.workspaceId, incidentId],
    );
    if (!sleeper) return;
    if (sleeper.environment && environment && environment !== sleeper.environment)
      await this.wake(caller.workspaceId, sleeper, { seenIn: environment });
    else if (sleeper.count === 1) await this.wake(caller.workspaceId, sleeper, { seenOften: true });
    else if (sleeper.count)
      await this.database.query(
        'UPDATE incident SET snooze_count = snooze_count - 1 WHERE workspace_id = $1 AND id = $2',
        [caller.workspaceId, incidentId],
      );
  }

  /** Wakes everything whose time has come, in every workspace. @returns how many woke */
  async wakeDue(): Promise<number> {
    const due = await this.database.query<{ workspaceId: string; id: string }>(
      `SELECT workspace_id AS "workspaceId", id FROM incident
        WHERE triage_state = 'snoozed' AND snoozed_until <= $1 ORDER BY snoozed_until LIMIT 1000`,
      [this.clock.now()],
    );
    let woken = 0;
    for (const { workspaceId, id } of due) if (await this.wakeIfDue(workspaceId, id)) woken += 1;
    return woken;
  }

  private wakeIfDue(workspaceId: string, id: string): Promise<boolean> {
    return this.database.transaction(async () => {
      const sleeper = await this.database.first<Sleeper>(
        `SELECT ${sleeperColumns} FROM incident
          WHERE workspace_id = $1 AND id = $2 AND triage_state = 'snoozed' AND snoozed_until <= $3 FOR UPDATE`,
        [workspaceId, id, this.clock.now()],
      );
      if (sleeper) await this.wake(workspaceId, sleeper, {});
      return sleeper !== null;
    });
  }

  private async wake(workspaceId: string, sleeper: Sleeper, why: Record<string, unknown>): Promise<void> {
    const { id, number, version, snoozedUntil, environment, count } = sleeper;
    await this.database.query(
      `UPDATE incident SET version = version + 1, updated_at = $3, triage_state = 'pending', snoozed_until = NULL,
              snooze_environment = NULL, snooze_count = NULL
        WHERE workspace_id = $1 AND id = $2`,
      [workspaceId, id, this.clock.now()],
    );
    const before = {
      triageState: 'snoozed',
      snoozedUntil,
      snoozeEnvironment: environment,
      snoozeCount: count,
    };
    await this.activity.record(plumbline(workspaceId), {
      verb: 'incident.wake',
      subjectKind: 'incident',
      subjectId: id,
      payload: {
        key: keyOf(number),
        ...why,
        version: version + 1,
        before,
        after: { triageState: 'pending', snoozedUntil: null, snoozeEnvironment: null, snoozeCount: null },
      },
    });
  }
}

const sleeperColumns = `id, number, version, snoozed_until AS "snoozedUntil", snooze_environment AS environment,
  snooze_count AS count`;

/** Who acts where nobody does. */
function plumbline(workspaceId: string): Parameters<ActivityService['record']>[0] {
  return { workspaceId, actor: { kind: 'system', id: null, name: 'Plumbline' }, requestId: 'wake' };
}

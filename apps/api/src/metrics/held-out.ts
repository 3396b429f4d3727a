import { Injectable } from '@nestjs/common';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';

interface Metric {
  id: string;
  key: string;
  name: string;
  heldOut: boolean;
}

const verb = 'metric.held_out_read';
/** One look an hour is written down for each reader: a page that refreshes itself is one look. */
const onceMs = 3_600_000;

/**
 * Keeps the values of held-out metrics from keys that are not meant to read them: what an optimiser can read, it
 * can optimise. People may always look; whoever looks is written down.
 */
@Injectable()
export class HeldOut {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets a caller read values of these metrics, and writes down that those held out were read.
   * @throws Problem 403 for a key without the scope
   */
  async read(caller: MemberCaller, metrics: readonly Metric[]): Promise<void> {
    const hidden = metrics.filter(({ heldOut }) => heldOut);
    if (hidden.length === 0) return;
    if (caller.scopes !== null && !caller.scopes.includes('observations:read-held-out')) {
      throw new Problem(
        'auth/forbidden',
        `"${hidden[0]!.name}" is held out. A key reads it only with the scope observations:read-held-out.`,
      );
    }
    for (const metric of hidden) await this.note(caller, metric);
  }

  private async note(caller: MemberCaller, { id, key }: Metric): Promise<void> {
    if (await this.isNoted(caller, id)) return;
    await this.database.transaction(() =>
      this.activity.record(caller, { verb, subjectKind: 'held_out_metric', subjectId: id, payload: { key } }),
    );
  }

  private async isNoted({ workspaceId, actor }: MemberCaller, metricId: string): Promise<boolean> {
    const since = new Date(this.clock.now().getTime() - onceMs);
    const row = await this.database.first(
      `SELECT 1 FROM activity
        WHERE workspace_id = $1 AND subject_id = $2 AND verb = $3 AND actor_id = $4 AND at > $5 LIMIT 1`,
      [workspaceId, metricId, verb, actor.id, since],
    );
    return row !== null;
  }
}

import { Injectable } from '@nestjs/common';
import type { Incident } from '@plumbline/shared/contract/incident-record';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';
import { IncidentSnoozes } from './incident-snoozes.service.js';
import { numberOf, readIncident } from './incident.queries.js';

/**
 * Duplicates and their originals. Nothing is moved when incidents are merged: an original shows what was said and
 * shown under the keys of its duplicates too, to whoever may see those; taken apart, each has its own again.
 */
@Injectable()
export class IncidentOriginals {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityService,
    private readonly snoozes: IncidentSnoozes,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409, 422 with a sentence when the two cannot be merged */
  async find(caller: MemberCaller, duplicate: Incident, key: string): Promise<Incident> {
    const original = await readIncident(this.database, caller, { number: numberOf(key) });
    if (!original) throw new Problem('data/unprocessable', `There is no ${key}, or you may not see it.`);
    if (original.id === duplicate.id)
      throw new Problem('data/unprocessable', 'An incident cannot be a duplicate of itself.');
    if (original.triageState === 'duplicate')
      throw new Problem(
        'data/unprocessable',
        `${key} is itself a duplicate of ${original.duplicateOf}. Name that one.`,
      );
    if (caller.actor.kind !== 'person' && (await this.areApart(caller, duplicate.id, original.id)))
      throw new Problem(
        'conflict/state',
        `A person said that ${duplicate.key} and ${key} are not the same. Only a person may merge them again.`,
      );
    return original;
  }

  /** Tells the original what it has gained; one that sleeps may wake. */
  async merged(caller: MemberCaller, duplicate: Incident, original: Incident): Promise<void> {
    await this.forgetApart(caller, duplicate.id, original.id);
    await this.record(caller, original, 'merged', duplicate.key);
    await this.snoozes.seenAgain(caller, original.id, duplicate.environment);
  }

  /** @param sticks whether rules shall never merge the two again */
  async parted(caller: MemberCaller, duplicate: Incident, sticks: boolean): Promise<void> {
    const key = duplicate.duplicateOf;
    // Its original may be one that the caller does not see.
    const original = key && (await readIncident(this.database, caller, { number: numberOf(key) }));
    if (!original) return;
    await this.record(caller, original, 'parted', duplicate.key);
    if (!sticks) return;
    const [one, other] = inOrder(duplicate.id, original.id);
    await this.database.query(
      `INSERT INTO incident_apart (workspace_id, one_id, other_id, said_by_name, said_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (workspace_id, one_id, other_id) DO UPDATE
          SET said_by_name = excluded.said_by_name, said_at = excluded.said_at`,
      [caller.workspaceId, one, other, caller.actor.name, this.clock.now()],
    );
  }

  private async areApart(caller: MemberCaller, one: string, other: string): Promise<boolean> {
    const row = await this.database.first(
      'SELECT FROM incident_apart WHERE workspace_id = $1 AND one_id = $2 AND other_id = $3',
      [caller.workspaceId, ...inOrder(one, other)],
    );
    return row !== null;
  }

  private async forgetApart(caller: MemberCaller, one: string, other: string): Promise<void> {
    await this.database.query(
      'DELETE FROM incident_apart WHERE workspace_id = $1 AND one_id = $2 AND other_id = $3',
      [caller.workspaceId, ...inOrder(one, other)],
    );
  }

  private async record(
    caller: MemberCaller,
    { id, key }: Incident,
    act: string,
    duplicate: string,
  ): Promise<void> {
    await this.activity.record(caller, {
      verb: `incident.${act}`,
      subjectKind: 'incident',
      subjectId: id,
      payload: { key, to: duplicate },
    });
  }
}

const inOrder = (one: string, other: string): [string, string] => (one < other ? [one, other] : [other, one]);

import { Injectable } from '@nestjs/common';
import type { Incident } from '@plumbline/shared/contract/incident-record';
import { moves } from '@plumbline/shared/incident/lifecycle';
import { ActivityService } from '../activity/activity.service.js';
import { FindingsService } from '../divergence/findings.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';
import { verdictOf } from './finding-verdict.js';
import { giveFingerprintUp } from './fingerprint.queries.js';
import { columnsOfLife, isOpen, lifeOf, type Life } from './incident-life.js';
import { IncidentOriginals } from './incident-originals.service.js';
import { lastChange, readMove } from './incident-undo.queries.js';
import { IncidentService } from './incident.service.js';

/** Takes moves back: a real inverse, for as long as nothing else about the incident has changed. */
@Injectable()
export class IncidentUndoService {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityService,
    private readonly incidents: IncidentService,
    private readonly originals: IncidentOriginals,
    private readonly findings: FindingsService,
    private readonly clock: Clock,
  ) {}

  /**
   * @param version of the record that the move led to
   * @throws Problem 404; 409 when something else has changed since, 403 for a move of somebody else
   */
  async undo(caller: MemberCaller, key: string, version: number): Promise<Incident> {
    return this.database.transaction(async () => {
      const now = await this.incidents.get(caller, key);
      const taken = await readMove(this.database, caller, now.id, version);
      if (!taken || !Object.hasOwn(moves, taken.verb))
        throw new Problem('data/unprocessable', `Version ${version} of ${now.key} did not come from a move.`);
      if (taken.actorId !== caller.actor.id)
        throw new Problem(
          'auth/forbidden',
          `${taken.actorName} took this move; only they can undo it. You can take a move of your own.`,
        );
      if (now.version !== version || !(await this.putBack(caller, now, taken.before)))
        throw await this.tooLate(caller, key);
      const after = await this.incidents.get(caller, key);
      await this.findings.judge(caller, now.id, verdictOf(after));
      await this.activity.record(caller, {
        verb: 'incident.undo',
        subjectKind: 'incident',
        subjectId: now.id,
        payload: {
          key: now.key,
          undone: taken.verb,
          version: after.version,
          before: lifeOf(now),
          after: lifeOf(after),
        },
      });
      if (now.triageState === 'duplicate' && after.triageState !== 'duplicate')
        await this.originals.parted(caller, now, false);
      return after;
    });
  }

  private async putBack(caller: MemberCaller, now: Incident, life: Partial<Life>): Promise<boolean> {
    const original = life.duplicateOf ? await this.originals.find(caller, now, life.duplicateOf) : null;
    const columns: Record<string, unknown> = {
      ...columnsOfLife(life),
      duplicate_of_id: original?.id ?? null,
      updated_at: this.clock.now(),
    };
    if (!isOpen(now)) await giveFingerprintUp(this.database, caller.workspaceId, now.id);
    const names = Object.keys(columns);
    const rows = await this.database.query(
      `UPDATE incident SET version = version + 1, ${names.map((name, index) => `${name} = $${index + 4}`).join(', ')}
        WHERE workspace_id = $1 AND id = $2 AND version = $3 RETURNING id`,
      [caller.workspaceId, now.id, now.version, ...Object.values(columns)],
    );
    if (original && rows.length > 0) await this.originals.merged(caller, now, original);
    return rows.length > 0;
  }

  private async tooLate(caller: MemberCaller, key: string): Promise<Problem> {
    const current = await this.incidents.get(caller, key);
    const change = await lastChange(this.database, caller, current.id);
    const who = change
      ? `${change.actorName} has changed ${current.key} since`
      : `${current.key} has changed since`;
    return new Problem('conflict/state', `${who}, so this can no longer be undone. Move it by hand.`, {
      members: { current },
    });
  }
}

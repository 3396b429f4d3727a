import { Injectable } from '@nestjs/common';
import type { IncidentMove } from '@plumbline/shared/contract/incident-move';
import type { Incident } from '@plumbline/shared/contract/incident-record';
import { move, moves, movesFrom, stageOf, type LifeState } from '@plumbline/shared/incident/lifecycle';
import { ActivityService } from '../activity/activity.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';
import { numberOf, readIncident } from './incident.queries.js';
import { IncidentService } from './incident.service.js';

/** Takes incidents through their life: the pure table decides what is possible, this writes it down. */
@Injectable()
export class IncidentMovesService {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityService,
    private readonly incidents: IncidentService,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 409 when the move is not possible from where the incident stands */
  async take(caller: MemberCaller, key: string, wanted: IncidentMove): Promise<Incident> {
    return this.database.transaction(async () => {
      const before = await this.incidents.get(caller, key);
      const state: LifeState = before;
      const next = move(state, wanted.verb);
      if (!next) throw impossible(before, wanted);
      const columns = await this.columnsAfter(caller, before, wanted, next);
      const names = Object.keys(columns);
      const rows = await this.database.query(
        `UPDATE incident SET version = version + 1, ${names.map((name, index) => `${name} = $${index + 6}`).join(', ')}
          WHERE workspace_id = $1 AND id = $2 AND triage_state = $3
            AND status IS NOT DISTINCT FROM $4 AND substatus IS NOT DISTINCT FROM $5 RETURNING id`,
        [
          caller.workspaceId,
          before.id,
          state.triageState,
          state.status,
          state.substatus,
          ...Object.values(columns),
        ],
      );
      if (rows.length === 0) throw impossible(await this.incidents.get(caller, key), wanted);
      const after = await this.incidents.get(caller, key);
      await this.activity.record(caller, {
        verb: `incident.${wanted.verb}`,
        subjectKind: 'incident',
        subjectId: before.id,
        payload: {
          key: before.key,
          ...wanted,
          version: after.version,
          before: lifeOf(before),
          after: lifeOf(after),
        },
      });
      return after;
    });
  }

  private async columnsAfter(
    caller: MemberCaller,
    before: Incident,
    wanted: IncidentMove,
    next: LifeState,
  ): Promise<Record<string, unknown>> {
    const now = this.clock.now();
    const stage = stageOf(next);
    const closing = stage === 'resolved' || stage === 'closed';
    return {
      triage_state: next.triageState,
      status: next.status,
      substatus: next.substatus,
      updated_at: now,
      decision_note: wanted.note || (wanted.verb === 'reconsider' ? '' : before.decisionNote),
      decline_reason: wanted.verb === 'decline' ? wanted.reason : null,
      snoozed_until: wanted.verb === 'snooze' ? future(wanted.until, now) : null,
      duplicate_of_id:
        wanted.verb === 'mark_duplicate' ? await this.original(caller, before, wanted.of) : null,
      accepted_at: next.triageState === 'accepted' ? (before.acceptedAt ?? now) : null,
      mitigated_at:
        stage === 'monitoring' || stage === 'resolved' ? (before.mitigatedAt ?? now) : before.mitigatedAt,
      resolved_at: closing ? (before.resolvedAt ?? now) : null,
      closed_at: stage === 'closed' ? now : null,
      resolution: wanted.verb === 'resolve' ? wanted.resolution : closing ? before.resolution : null,
      residual_risk: wanted.verb === 'close' ? wanted.residualRisk : before.residualRisk,
      recheck_on: wanted.verb === 'close' ? wanted.recheckOn : null,
    };
  }

  private async original(caller: MemberCaller, duplicate: Incident, key: string): Promise<string> {
    const original = await readIncident(this.database, caller, { number: numberOf(key) });
    if (!original) throw new Problem('data/unprocessable', `There is no ${key}, or you may not see it.`);
    if (original.id === duplicate.id) {
      throw new Problem('data/unprocessable', 'An incident cannot be a duplicate of itself.');
    }
    if (original.triageState === 'duplicate') {
      throw new Problem(
        'data/unprocessable',
        `${key} is itself a duplicate of ${original.duplicateOf}. Name that one.`,
      );
    }
    return original.id;
  }
}

function future(until: string, now: Date): string {
  if (new Date(until) <= now)
    throw new Problem('data/unprocessable', 'Snooze until a time that is still to come.');
  return until;
}

function impossible(incident: Incident, wanted: IncidentMove): Problem {
  const possible = movesFrom(incident);
  const words = possible.map((verb) => moves[verb].label.toLowerCase()).join(', ');
  return new Problem(
    'conflict/state',
    `${incident.key} is ${stageOf(incident)}; "${moves[wanted.verb].label.toLowerCase()}" is not possible from there. ` +
      `Possible now: ${words}.`,
    { members: { current: incident, possible } },
  );
}

function lifeOf(incident: Incident): Record<string, unknown> {
  const {
    triageState,
    status,
    substatus,
    declineReason,
    snoozedUntil,
    duplicateOf,
    resolution,
    residualRisk,
    recheckOn,
  } = incident;
  return {
    triageState,
    status,
    substatus,
    declineReason,
    snoozedUntil,
    duplicateOf,
    resolution,
    residualRisk,
    recheckOn,
  };
}

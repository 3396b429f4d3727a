import { Injectable } from '@nestjs/common';
import type { IncidentMove } from '@plumbline/shared/contract/incident-move';
import type { Incident } from '@plumbline/shared/contract/incident-record';
import { move, moves, movesFrom, stageOf, type LifeState } from '@plumbline/shared/incident/lifecycle';
import { ActivityService } from '../activity/activity.service.js';
import { FindingsService } from '../divergence/findings.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';
import { verdictOf } from './finding-verdict.js';
import { giveFingerprintUp } from './fingerprint.queries.js';
import { isOpen, lifeOf } from './incident-life.js';
import { IncidentOriginals } from './incident-originals.service.js';
import { IncidentSnoozes } from './incident-snoozes.service.js';
import { IncidentService } from './incident.service.js';

/** Takes incidents through their life: the pure table decides what is possible, this writes it down. */
@Injectable()
export class IncidentMovesService {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityService,
    private readonly incidents: IncidentService,
    private readonly originals: IncidentOriginals,
    private readonly snoozes: IncidentSnoozes,
    private readonly findings: FindingsService,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 409 when the move is not possible from where the incident stands */
  async take(caller: MemberCaller, key: string, wanted: IncidentMove): Promise<Incident> {
    return this.database.transaction(async () => {
      const before = await this.incidents.get(caller, key);
      const next = move(before, wanted.verb);
      if (!next) throw impossible(before, wanted);
      if (isOpen(next) && !isOpen(before))
        await giveFingerprintUp(this.database, caller.workspaceId, before.id);
      const original =
        wanted.verb === 'mark_duplicate' ? await this.originals.find(caller, before, wanted.of) : null;
      const columns = {
        ...this.columnsAfter(before, wanted, next),
        duplicate_of_id: original?.id ?? null,
        ...(wanted.verb === 'snooze' ? await this.snoozes.columns(caller, wanted) : awake),
      };
      if (!(await this.write(caller, before, columns)))
        throw impossible(await this.incidents.get(caller, key), wanted);
      const after = await this.incidents.get(caller, key);
      await this.findings.judge(caller, before.id, verdictOf(after));
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
      if (original) await this.originals.merged(caller, after, original);
      else if (before.triageState === 'duplicate') await this.originals.parted(caller, before, true);
      return after;
    });
  }

  /** @returns whether the incident still was where it had been read */
  private async write(
    caller: MemberCaller,
    { id, triageState, status, substatus }: Incident,
    columns: Record<string, unknown>,
  ): Promise<boolean> {
    const names = Object.keys(columns);
    const rows = await this.database.query(
      `UPDATE incident SET version = version + 1, ${names.map((name, index) => `${name} = $${index + 6}`).join(', ')}
        WHERE workspace_id = $1 AND id = $2 AND triage_state = $3
          AND status IS NOT DISTINCT FROM $4 AND substatus IS NOT DISTINCT FROM $5 RETURNING id`,
      [caller.workspaceId, id, triageState, status, substatus, ...Object.values(columns)],
    );
    return rows.length > 0;
  }

  private columnsAfter(before: Incident, wanted: IncidentMove, next: LifeState): Record<string, unknown> {
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
}

const awake = { snoozed_until: null, snooze_environment: null, snooze_count: null };

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

import { Injectable } from '@nestjs/common';
import type {
  Effect,
  Mitigation,
  MitigationEdit,
  NewMitigation,
} from '@plumbline/shared/contract/mitigation';
import { mayBecome, mitigationMoves } from '@plumbline/shared/mitigation/mitigation-life';
import { approachOf } from '@plumbline/shared/taxonomy/mitigation-catalogue';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Edits } from '../activity/edits.js';
import { IncidentService } from '../incidents/incident.service.js';
import { checkNamedPeople } from '../people/named-people.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import { MitigationsQueries } from './mitigations.queries.js';

const columns = {
  title: 'title',
  approach: 'approach',
  stage: 'stage',
  action: 'action',
  status: 'status',
  ownerId: 'owner_id',
  dueOn: 'due_on',
  cost: 'cost',
  robustness: 'robustness',
  failureMode: 'failure_mode',
  pairId: 'pair_id',
  activeAt: 'active_at',
  effectValue: 'effect',
  effectLow: 'effect_low',
  effectHigh: 'effect_high',
  effectUnit: 'effect_unit',
  measuredOn: 'measured_on',
} as const;

/** What is done about incidents: proposed, put in place, measured, kept or given up. */
@Injectable()
export class MitigationsService {
  constructor(
    private readonly database: Database,
    private readonly queries: MitigationsQueries,
    private readonly incidents: IncidentService,
    private readonly activity: ActivityService,
    private readonly edits: Edits,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 when it is not there, or treats only what the caller may not see */
  async find(caller: MemberCaller, id: string): Promise<Mitigation> {
    const mitigation = await this.queries.byId(caller, id);
    if (!mitigation) throw notFound('mitigation');
    return mitigation;
  }

  async ofIncident(caller: MemberCaller, key: string): Promise<{ items: Mitigation[] }> {
    const incident = await this.incidents.get(caller, key);
    return { items: await this.queries.ofIncident(caller, incident.id) };
  }

  /** Records a mitigation; with `incident`, as one that treats it. */
  async add(caller: MemberCaller, given: NewMitigation): Promise<Mitigation> {
    const stage = given.stage ?? approachOf(given.approach ?? '')?.stage;
    if (!stage) throw new Problem('request/invalid', 'Say the stage, or name a technique of the catalogue.');
    return this.database.transaction(async () => {
      await checkNamedPeople(this.database, caller, given);
      const incident = given.incident ? await this.incidents.get(caller, given.incident) : null;
      const id = newId();
      const now = this.clock.now();
      const { incident: _key, effect, ...fields } = given;
      const values: Record<string, unknown> = {
        ...fields,
        stage,
        ...flatEffect(effect ?? null),
        activeAt: given.status === 'active' || given.status === 'verified' ? now : null,
      };
      const named = Object.entries(columns).filter(([field]) => values[field] !== undefined);
      await this.database.query(
        `INSERT INTO mitigation (workspace_id, id, incident_id, created_at, updated_at
                                 ${named.map(([, column]) => `, ${column}`).join('')})
         VALUES ($1, $2, $3, $4, $4 ${named.map((_, index) => `, $${index + 5}`).join('')})`,
        [caller.workspaceId, id, incident?.id ?? null, now, ...named.map(([field]) => values[field])],
      );
      if (incident) await this.connect(caller, incident.id, id);
      const mitigation = await this.find(caller, id);
      await this.record(caller, id, 'mitigation.added', { version: 1, after: mitigation });
      if (incident) await this.recordOnIncident(caller, incident.id, 'mitigation_added', mitigation);
      return mitigation;
    });
  }

  /** A new status is told on every incident it treats. @throws Problem 404, 409 for a status it cannot take, 412, 422 */
  async edit(caller: MemberCaller, id: string, seen: number, edit: MitigationEdit): Promise<Mitigation> {
    const before = await this.find(caller, id);
    const { effect, status, ...fields } = edit;
    if (status && before.version === seen && !mayBecome(before.status, status))
      throw new Problem(
        'conflict/state',
        `A mitigation that is ${before.status} cannot become ${status}. Possible: ${mitigationMoves[before.status].join(', ')}.`,
      );
    const becomesActive = status === 'active' && before.activeAt === null;
    const changes = {
      ...fields,
      status,
      ...(effect === undefined ? {} : flatEffect(effect)),
      activeAt: becomesActive ? this.clock.now() : undefined,
    };
    const read = async () => {
      const mitigation = await this.queries.byId(caller, id);
      // Flat beside the record, so that an edit that changes nothing is seen as such.
      return (
        mitigation && {
          ...mitigation,
          ownerId: mitigation.owner?.id ?? null,
          ...flatEffect(mitigation.effect),
        }
      );
    };
    return this.database.transaction(async () => {
      await checkNamedPeople(this.database, caller, edit, { ownerId: before.owner?.id });
      const after = await this.edits.apply(
        caller,
        { kind: 'mitigation', table: 'mitigation', id, columns, changes, read },
        seen,
      );
      if (after.status !== before.status)
        for (const incidentId of await this.queries.treatedBy(caller.workspaceId, id))
          await this.recordOnIncident(caller, incidentId, 'mitigation_moved', after, { to: after.status });
      return this.find(caller, id);
    });
  }

  async link(caller: MemberCaller, key: string, id: string): Promise<Mitigation> {
    return this.database.transaction(async () => {
      const incident = await this.incidents.get(caller, key);
      const mitigation = await this.find(caller, id);
      if (mitigation.incidents.some((one) => one.key === incident.key)) return mitigation;
      await this.connect(caller, incident.id, id);
      await this.recordOnIncident(caller, incident.id, 'mitigation_added', mitigation);
      return this.find(caller, id);
    });
  }

  async unlink(caller: MemberCaller, key: string, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const incident = await this.incidents.get(caller, key);
      const mitigation = await this.find(caller, id);
      const rows = await this.database.query(
        `DELETE FROM incident_mitigation WHERE workspace_id = $1 AND incident_id = $2 AND mitigation_id = $3
         RETURNING mitigation_id`,
        [caller.workspaceId, incident.id, id],
      );
      if (rows.length === 0) throw notFound('mitigation');
      await this.recordOnIncident(caller, incident.id, 'mitigation_removed', mitigation);
    });
  }

  private connect(caller: MemberCaller, incidentId: string, id: string): Promise<unknown> {
    return this.database.query(
      `INSERT INTO incident_mitigation (workspace_id, incident_id, mitigation_id, added_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [caller.workspaceId, incidentId, id, this.clock.now()],
    );
  }

  private record(
    caller: MemberCaller,
    id: string,
    verb: string,
    payload: Record<string, unknown>,
  ): Promise<number> {
    return this.activity.record(caller, { verb, subjectKind: 'mitigation', subjectId: id, payload });
  }

  private recordOnIncident(
    caller: MemberCaller,
    incidentId: string,
    act: string,
    { id, title }: { id: string; title: string },
    more: Record<string, unknown> = {},
  ): Promise<number> {
    return this.activity.record(caller, {
      verb: `incident.${act}`,
      subjectKind: 'incident',
      subjectId: incidentId,
      payload: { mitigationId: id, title, ...more },
    });
  }
}

function flatEffect(effect: Effect | null): Record<string, unknown> {
  return {
    effectValue: effect?.value ?? null,
    effectLow: effect?.low ?? null,
    effectHigh: effect?.high ?? null,
    effectUnit: effect?.unit ?? '',
    measuredOn: effect?.measuredOn ?? null,
  };
}

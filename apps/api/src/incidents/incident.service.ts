import { Injectable } from '@nestjs/common';
import type { IncidentEdit, NewIncident } from '@plumbline/shared/contract/incident-edit';
import type { Incident } from '@plumbline/shared/contract/incident-record';
import type { SourceKind } from '@plumbline/shared/taxonomy/values/incident';
import { v7 as newId } from 'uuid';
import { ActivityService } from '../activity/activity.service.js';
import { Edits } from '../activity/edits.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { stale } from '../platform/endpoint/stale.js';
import { notFound, Problem } from '../platform/problem/problem.js';
import {
  columns,
  columnValue,
  differing,
  flatEdit,
  flatFields,
  type ColumnField,
} from './incident-fields.js';
import { escalatedEdit, escalatedLog, recordEscalation, type Escalated } from './incident-escalation.js';
import { checkNamedPeople } from '../people/named-people.js';
import { openCondition } from './fingerprint.queries.js';
import { replaceParts } from './incident-parts.js';
import { numberOf, readIncident } from './incident.queries.js';
import { refreshSearchText } from './search-text.js';

/** How an incident came in, where it was not typed into the form. */
export interface Arrival {
  source?: { kind: SourceKind; name: string };
  reportedAt?: Date;
  example?: boolean;
  /** What alerts are grouped by: of all incidents with the same one, one at most is open. */
  fingerprint?: string;
}

/** Logging, reading and editing incidents. Every write and its activity are one transaction. */
@Injectable()
export class IncidentService {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityService,
    private readonly edits: Edits,
    private readonly clock: Clock,
  ) {}

  /** Logs an incident; it waits in triage. */
  async log(caller: MemberCaller, given: NewIncident, arrival: Arrival = {}): Promise<Incident> {
    const incident = await this.open(caller, given, arrival);
    if (!incident) throw new Problem('conflict/state', 'An incident of this kind is open already.');
    return incident;
  }

  /** Like {@link log}; null when somebody else opened one with the same fingerprint at the same moment. */
  async open(caller: MemberCaller, wanted: NewIncident, arrival: Arrival): Promise<Incident | null> {
    return this.database.transaction(async () => {
      const { given, escalation } = escalatedLog(wanted);
      await checkNamedPeople(this.database, caller, given);
      const id = newId();
      const at = arrival.reportedAt ?? this.clock.now();
      const source = arrival.source ?? sourceOf(caller);
      const fields = (Object.keys(columns) as ColumnField[]).filter((field) => given[field] !== undefined);
      const fixed = [
        caller.workspaceId,
        id,
        at,
        source.kind,
        source.name,
        caller.actor.kind,
        caller.actor.id,
        caller.actor.name,
        arrival.example ?? false,
        given.recordKind ?? (await this.usualKind(caller, given)),
        arrival.fingerprint ?? null,
      ];
      const chosen = fields.filter((field) => field !== 'recordKind');
      const inserted = await this.database.query(
        `WITH counter AS (
           UPDATE workspace_counter SET incident_number = incident_number + 1
            WHERE workspace_id = $1 RETURNING incident_number
         )
         INSERT INTO incident (workspace_id, id, number, reported_at, updated_at, source_kind, source_name,
                               reporter_kind, reporter_id, reporter_name, example, record_kind, fingerprint
                               ${chosen.map((field) => `, ${columns[field]}`).join('')})
         SELECT $1, $2, counter.incident_number, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11
                ${chosen.map((_, index) => `, $${fixed.length + 1 + index}`).join('')}
           FROM counter
         ON CONFLICT (workspace_id, fingerprint) WHERE fingerprint IS NOT NULL AND ${openCondition} DO NOTHING
         RETURNING id`,
        [...fixed, ...chosen.map((field) => columnValue(field, given[field]))],
      );
      if (inserted.length === 0) return null;
      await replaceParts(this.database, caller, id, given, at);
      await refreshSearchText(this.database, caller.workspaceId, id);
      const incident = await readIncident(this.database, authorOf(caller, escalation), { id });
      if (!incident)
        throw new Problem(
          'request/invalid',
          'You would not see this incident yourself. Choose another visibility.',
        );
      await this.activity.record(caller, {
        verb: 'incident.logged',
        subjectKind: 'incident',
        subjectId: id,
        payload: { key: incident.key, version: 1, after: flatFields(incident) },
      });
      await recordEscalation(this.activity, caller, incident, escalation);
      return incident;
    });
  }

  /** @throws Problem 404 when it is not there or not visible to the caller */
  async get(caller: MemberCaller, key: string): Promise<Incident> {
    const incident = await readIncident(this.database, caller, { number: numberOf(key) });
    if (!incident) throw notFound('incident');
    return incident;
  }

  /** Edits fields of the version that the caller saw. @throws Problem 403, 404, 412 */
  async edit(caller: MemberCaller, key: string, asked: IncidentEdit, seen: number): Promise<Incident> {
    return this.database.transaction(async () => {
      const before = await this.get(caller, key);
      if (!before.may.edit) {
        throw new Problem(
          'auth/forbidden',
          'Reporters edit what they reported or own. Ask a triager to change this one.',
        );
      }
      if (before.version !== seen) throw await this.stale(caller, before, seen);
      const { given: edit, escalation } = escalatedEdit(caller, before, asked);
      const wanted = flatEdit(edit);
      const current = flatFields(before);
      const changed = differing(current, wanted);
      if (changed.length === 0) return before;
      await checkNamedPeople(this.database, caller, edit, {
        ownerId: before.owner?.id,
        visibleTo: before.visibleTo,
      });
      const inRow = changed.filter((field): field is ColumnField => field in columns);
      const sets = inRow.map((field, index) => `, ${columns[field]} = $${index + 5}`).join('');
      const rows = await this.database.query(
        `UPDATE incident SET version = version + 1, updated_at = $4${sets}
          WHERE workspace_id = $1 AND id = $2 AND version = $3 RETURNING version`,
        [
          caller.workspaceId,
          before.id,
          seen,
          this.clock.now(),
          ...inRow.map((field) => columnValue(field, wanted[field])),
        ],
      );
      if (rows.length === 0) throw await this.stale(caller, await this.get(caller, key), seen);
      await replaceParts(this.database, caller, before.id, edit, this.clock.now());
      await refreshSearchText(this.database, caller.workspaceId, before.id);
      const after = await readIncident(this.database, authorOf(caller, escalation), { id: before.id });
      if (!after)
        throw new Problem(
          'request/invalid',
          'You would lock yourself out of this incident. Choose another visibility.',
        );
      const result = flatFields(after);
      await this.activity.record(caller, {
        verb: 'incident.edited',
        subjectKind: 'incident',
        subjectId: before.id,
        payload: {
          key: after.key,
          version: after.version,
          before: pick(current, changed),
          after: pick(result, changed),
        },
      });
      await recordEscalation(this.activity, caller, after, escalation);
      return after;
    });
  }

  private async stale(caller: MemberCaller, current: Incident, seen: number): Promise<Problem> {
    return stale('incident', current, await this.edits.changedSince(caller.workspaceId, current.id, seen));
  }

  /** What is seen in training or evaluation is an evaluation finding unless somebody says otherwise. */
  private async usualKind(caller: MemberCaller, given: NewIncident): Promise<string> {
    const [system] = given.systems ?? [];
    if (!system) return 'incident';
    const row = await this.database.first<{ stage: string }>(
      'SELECT stage FROM ai_system WHERE workspace_id = $1 AND id = $2',
      [caller.workspaceId, system.id],
    );
    return row && ['training', 'evaluation'].includes(row.stage)
      ? 'evaluation_finding'
      : row?.stage === 'design'
        ? 'hazard'
        : 'incident';
  }
}

/** What a key itself wrote it may read back once, also where the rule has just closed it to keys. */
function authorOf(caller: MemberCaller, escalation: Escalated | null): MemberCaller {
  return escalation && caller.personId === null
    ? { ...caller, role: 'admin', personId: caller.credentialId }
    : caller;
}

function sourceOf(caller: MemberCaller): { kind: SourceKind; name: string } {
  return caller.actor.kind === 'person'
    ? { kind: 'form', name: '' }
    : { kind: 'api', name: caller.actor.name };
}

function pick(record: Record<string, unknown>, fields: string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, record[field] ?? null]));
}

import type { Incident } from '@plumbline/shared/contract/incident-record';
import { mayComment, mayEdit, mayTriage } from '@plumbline/shared/incident/abilities';
import type { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import { Parameters } from '../platform/database/parameters.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { visibleTo } from '../people/visible-to.js';

/** An incident as {@link wholeColumns} gives it. */
export type StoredIncident = Omit<Incident, 'key' | 'may' | 'duplicateOf'> & {
  number: number;
  duplicateNumber: number | null;
};

/** @returns the human key of an incident's number */
export function keyOf(number: number): string {
  return `INC-${number}`;
}

/** @returns the number of a human key; the contract has checked its form */
export function numberOf(key: string): number {
  return Number(key.slice('INC-'.length));
}

/** Every field of an incident, from `incident i` with {@link wholeJoins}. */
export const wholeColumns = `
  i.id, i.number, i.version, i.title, i.description, i.lesson,
  i.intended_goal AS "intendedGoal", i.specified_objective AS "specifiedObjective",
  i.observed_behaviour AS "observedBehaviour", i.suspected_learned_objective AS "suspectedLearnedObjective",
  i.record_kind AS "recordKind", i.triage_state AS "triageState", i.status, i.substatus,
  i.decline_reason AS "declineReason", i.decision_note AS "decisionNote", i.resolution,
  i.residual_risk AS "residualRisk", i.recheck_on::text AS "recheckOn", i.snoozed_until AS "snoozedUntil",
  i.snooze_environment AS "snoozeEnvironment", i.snooze_count AS "snoozeCount",
  original.number AS "duplicateNumber", i.severity, i.severity_reason AS "severityReason",
  i.oecd_severity AS "oecdSeverity", i.harm_realisation AS "harmRealisation", i.evidence_grade AS "evidenceGrade",
  i.environment, i.objective_id AS "objectiveId", i.occurred_at AS "occurredAt",
  i.occurred_precision AS "occurredPrecision", i.detected_at AS "detectedAt", i.reported_at AS "reportedAt",
  i.aware_at AS "awareAt", i.accepted_at AS "acceptedAt", i.mitigated_at AS "mitigatedAt",
  i.resolved_at AS "resolvedAt", i.closed_at AS "closedAt", i.updated_at AS "updatedAt",
  jsonb_build_object('kind', i.reporter_kind, 'id', i.reporter_id, 'name', i.reporter_name) AS reporter,
  jsonb_build_object('kind', i.source_kind, 'name', i.source_name) AS source,
  i.external_ids AS "externalIds", i.tags, i.visibility, i.visible_to AS "visibleTo", i.example,
  CASE WHEN i.owner_id IS NULL THEN NULL
       ELSE jsonb_build_object('id', owner.id, 'name', owner.name) END AS owner,
  CASE WHEN i.team_id IS NULL THEN NULL
       ELSE jsonb_build_object('id', team.id, 'name', team.name) END AS team,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'key', s.key, 'name', s.name, 'role', x.role)
                             ORDER BY array_position(ARRAY['primary', 'contributing', 'interacting'], x.role), s.name)
              FROM incident_system x JOIN ai_system s ON s.workspace_id = x.workspace_id AND s.id = x.system_id
             WHERE x.workspace_id = i.workspace_id AND x.incident_id = i.id), '[]') AS systems,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'key', m.key, 'name', m.name, 'role', m.role) ORDER BY m.name)
              FROM incident_metric x JOIN metric m ON m.workspace_id = x.workspace_id AND m.id = x.metric_id
             WHERE x.workspace_id = i.workspace_id AND x.incident_id = i.id), '[]') AS metrics,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) ORDER BY p.name)
              FROM incident_pair x JOIN metric_pair p ON p.workspace_id = x.workspace_id AND p.id = x.pair_id
             WHERE x.workspace_id = i.workspace_id AND x.incident_id = i.id), '[]') AS pairs,
  coalesce((SELECT jsonb_agg(jsonb_build_object('facet', l.facet, 'value', l.value, 'certainty', l.certainty,
                               'provenance', l.provenance, 'setBy', l.set_by_name, 'setAt', l.set_at,
                               'rationale', l.rationale, 'quote', l.quote) ORDER BY l.facet, l.set_at, l.value)
              FROM incident_label l
             WHERE l.workspace_id = i.workspace_id AND l.incident_id = i.id), '[]') AS labels`;

/** Reads one incident as its caller sees it; null when there is none, or none that the caller may see. */
export async function readIncident(
  database: Database,
  caller: MemberCaller,
  which: { number: number } | { id: string },
): Promise<Incident | null> {
  const parameters = new Parameters();
  const workspace = parameters.add(caller.workspaceId);
  const condition =
    'number' in which ? `i.number = ${parameters.add(which.number)}` : `i.id = ${parameters.add(which.id)}`;
  const row = await database.first<StoredIncident>(
    `SELECT ${wholeColumns}
       FROM incident i${wholeJoins(caller, parameters)}
      WHERE i.workspace_id = ${workspace} AND ${condition} AND ${visibleTo(caller, parameters)}`,
    parameters.values,
  );
  return row && presentIncident(caller, row);
}

/** What {@link wholeColumns} reads from; the original of a duplicate shows only to who may see it. */
export function wholeJoins(caller: MemberCaller, parameters: Parameters): string {
  return `
       LEFT JOIN person owner ON owner.id = i.owner_id
       LEFT JOIN team ON team.workspace_id = i.workspace_id AND team.id = i.team_id
       LEFT JOIN incident original ON original.workspace_id = i.workspace_id AND original.id = i.duplicate_of_id
                                  AND ${visibleTo(caller, parameters, 'original')}`;
}

/** A stored row as the contract describes it, with what the caller may do to it. */
export function presentIncident(caller: MemberCaller, row: StoredIncident): Incident {
  const { number, duplicateNumber, ...rest } = isoTimes(row) as StoredIncident;
  const ownership = {
    reporterId: rest.reporter.kind === 'person' ? rest.reporter.id : null,
    ownerId: rest.owner?.id ?? null,
  };
  return {
    ...rest,
    key: keyOf(number),
    duplicateOf: duplicateNumber === null ? null : keyOf(duplicateNumber),
    may: { edit: mayEdit(caller, ownership), triage: mayTriage(caller), comment: mayComment(caller) },
  };
}

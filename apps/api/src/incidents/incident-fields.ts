import type { IncidentEdit } from '@plumbline/shared/contract/incident-edit';
import type { Incident } from '@plumbline/shared/contract/incident-record';
import { facetNames } from '@plumbline/shared/contract/incident-label';

/** Field of the record -> column, for all that is one value in one row. */
export const columns = {
  title: 'title',
  description: 'description',
  intendedGoal: 'intended_goal',
  specifiedObjective: 'specified_objective',
  observedBehaviour: 'observed_behaviour',
  lesson: 'lesson',
  suspectedLearnedObjective: 'suspected_learned_objective',
  recordKind: 'record_kind',
  severity: 'severity',
  severityReason: 'severity_reason',
  oecdSeverity: 'oecd_severity',
  harmRealisation: 'harm_realisation',
  evidenceGrade: 'evidence_grade',
  environment: 'environment',
  objectiveId: 'objective_id',
  occurredAt: 'occurred_at',
  occurredPrecision: 'occurred_precision',
  detectedAt: 'detected_at',
  awareAt: 'aware_at',
  externalIds: 'external_ids',
  ownerId: 'owner_id',
  teamId: 'team_id',
  tags: 'tags',
  visibility: 'visibility',
  visibleTo: 'visible_to',
} as const;
export type ColumnField = keyof typeof columns;

/** What PostgreSQL wants for a column's value. */
export function columnValue(field: ColumnField, value: unknown): unknown {
  return field === 'externalIds' ? JSON.stringify(value) : value;
}

/**
 * The editable part of a record, flat, one entry per field that can conflict: `labels.mechanism` is a field of its
 * own. Lists come sorted, so that equal means equal.
 */
export function flatFields(record: Incident): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  for (const field of Object.keys(columns) as ColumnField[]) {
    if (field === 'ownerId') flat[field] = record.owner?.id ?? null;
    else if (field === 'teamId') flat[field] = record.team?.id ?? null;
    else flat[field] = record[field];
  }
  flat.systems = sorted(record.systems.map(({ id, role }) => ({ id, role })));
  flat.metricIds = record.metrics.map(({ id }) => id).sort();
  flat.pairIds = record.pairs.map(({ id }) => id).sort();
  for (const facet of facetNames) {
    flat[`labels.${facet}`] = sorted(
      record.labels
        .filter((label) => label.facet === facet)
        .map(({ value, certainty, provenance, rationale, quote }) => ({
          value,
          certainty,
          provenance,
          rationale,
          quote,
        })),
    );
  }
  return flat;
}

/** The fields that an edit sets, flat as {@link flatFields} has them. */
export function flatEdit(edit: IncidentEdit): Record<string, unknown> {
  const { labels, systems, metricIds, pairIds, ...plain } = edit;
  const flat: Record<string, unknown> = { ...plain };
  if (systems) flat.systems = sorted(systems.map(({ id, role }) => ({ id, role })));
  if (metricIds) flat.metricIds = [...metricIds].sort();
  if (pairIds) flat.pairIds = [...pairIds].sort();
  for (const [facet, given] of Object.entries(labels ?? {})) {
    if (!given) continue;
    flat[`labels.${facet}`] = sorted(
      given.map(({ value, certainty, provenance, rationale, quote }) => ({
        value,
        certainty,
        provenance,
        rationale,
        quote,
      })),
    );
  }
  return Object.fromEntries(Object.entries(flat).filter(([, value]) => value !== undefined));
}

/** @returns the names of the fields whose value differs */
export function differing(before: Record<string, unknown>, wanted: Record<string, unknown>): string[] {
  return Object.keys(wanted).filter((field) => canonical(before[field] ?? null) !== canonical(wanted[field]));
}

/** As text, whatever order the keys came in: jsonb has an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function sorted<T>(items: T[]): T[] {
  return items.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

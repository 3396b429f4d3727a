import type {
  IncidentFilter,
  IncidentListQuery,
  IncidentSort,
} from '@plumbline/shared/contract/incident-list';
import type { IncidentRow } from '@plumbline/shared/contract/incident-record';
import type { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import { likeLiteral, Parameters } from '../platform/database/parameters.js';
import { pageFrom, readCursor, type CursorValues } from '../platform/endpoint/cursor.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { keyOf, numberOf } from './incident.queries.js';
import { visibleTo } from '../people/visible-to.js';
import { withinRmf } from './within-rmf.js';

/** A row of a list as {@link rowColumns} gives it. */
export type StoredRow = Omit<IncidentRow, 'key'> & { number: number };

/** What a row of a list shows, from `incident i` with {@link rowJoins}. */
export const rowColumns = `
  i.id, i.number, i.version, i.title, i.record_kind AS "recordKind", i.triage_state AS "triageState", i.status,
  i.substatus, i.severity, i.reported_at AS "reportedAt", i.occurred_at AS "occurredAt", i.updated_at AS "updatedAt",
  i.tags, i.visibility, i.example, i.environment,
  jsonb_build_object('kind', i.source_kind, 'name', i.source_name) AS source,
  CASE WHEN i.owner_id IS NULL THEN NULL ELSE jsonb_build_object('id', owner.id, 'name', owner.name) END AS owner,
  CASE WHEN i.team_id IS NULL THEN NULL ELSE jsonb_build_object('id', team.id, 'name', team.name) END AS team,
  (SELECT s.name FROM incident_system x JOIN ai_system s ON s.workspace_id = x.workspace_id AND s.id = x.system_id
    WHERE x.workspace_id = i.workspace_id AND x.incident_id = i.id
    ORDER BY array_position(ARRAY['primary', 'contributing', 'interacting'], x.role), s.name LIMIT 1) AS system,
  type.value AS "misalignmentType", coalesce(type.provenance = 'person', false) AS "typeConfirmed",
  (SELECT l.value FROM incident_label l WHERE l.workspace_id = i.workspace_id AND l.incident_id = i.id
      AND l.facet = 'mechanism' LIMIT 1) AS mechanism,
  (SELECT x.pair_id FROM incident_pair x WHERE x.workspace_id = i.workspace_id AND x.incident_id = i.id
    ORDER BY x.pair_id LIMIT 1) AS "pairId",
  (SELECT count(*)::int FROM incident_comment c WHERE c.workspace_id = i.workspace_id AND c.incident_id = i.id
      AND c.removed_at IS NULL) AS "commentCount"`;

export const rowJoins = `
       LEFT JOIN person owner ON owner.id = i.owner_id
       LEFT JOIN team ON team.workspace_id = i.workspace_id AND team.id = i.team_id
       LEFT JOIN LATERAL (SELECT l.value, l.provenance FROM incident_label l
                           WHERE l.workspace_id = i.workspace_id AND l.incident_id = i.id
                             AND l.facet = 'misalignmentType' LIMIT 1) type ON true`;

const orders: Record<
  IncidentSort,
  { by: string; after: string; values: (item: IncidentRow) => CursorValues }
> = {
  '-reported': {
    by: 'i.reported_at DESC, i.id DESC',
    after: '(i.reported_at, i.id) < ($a::timestamptz, $b::uuid)',
    values: (item) => [item.reportedAt, item.id],
  },
  reported: {
    by: 'i.reported_at, i.id',
    after: '(i.reported_at, i.id) > ($a::timestamptz, $b::uuid)',
    values: (item) => [item.reportedAt, item.id],
  },
  '-updated': {
    by: 'i.updated_at DESC, i.id DESC',
    after: '(i.updated_at, i.id) < ($a::timestamptz, $b::uuid)',
    values: (item) => [item.updatedAt, item.id],
  },
  severity: {
    by: `coalesce(i.severity, 'sev9'), i.id DESC`,
    after: `(coalesce(i.severity, 'sev9') > $a OR (coalesce(i.severity, 'sev9') = $a AND i.id < $b::uuid))`,
    values: (item) => [item.severity ?? 'sev9', item.id],
  },
};

/** One page of incidents. */
export async function listIncidents(
  database: Database,
  caller: MemberCaller,
  query: IncidentListQuery,
): Promise<{ items: IncidentRow[]; next: string | null }> {
  const parameters = new Parameters();
  const conditions = filterConditions(caller, query, parameters);
  const order = orders[query.sort];
  const cursor = readCursor(query.cursor, 2);
  if (cursor) {
    const [a, b] = cursor.map((value) => parameters.add(value)) as [string, string];
    conditions.push(order.after.replaceAll('$a', a).replaceAll('$b', b));
  }
  const limit = parameters.add(query.limit + 1);
  const rows = await database.query<StoredRow>(
    `SELECT ${rowColumns}
       FROM incident i${rowJoins}
      WHERE ${conditions.join('\n        AND ')}
      ORDER BY ${order.by} LIMIT ${limit}`,
    parameters.values,
  );
  const items = rows.map((stored) => {
    const { number, ...rest } = isoTimes(stored) as StoredRow;
    return { ...rest, key: keyOf(number) };
  });
  return pageFrom(items, query.limit, order.values);
}

const countAtMost = 1000;

/** How many incidents a filter finds; stops counting at 1,000. */
export async function countIncidents(
  database: Database,
  caller: MemberCaller,
  filter: IncidentFilter,
): Promise<{ count: number; capped: boolean }> {
  const parameters = new Parameters();
  const conditions = filterConditions(caller, filter, parameters);
  const found = await database.first<{ count: number }>(
    `SELECT count(*)::int AS count FROM
       (SELECT 1 FROM incident i WHERE ${conditions.join(' AND ')} LIMIT ${countAtMost + 1}) found`,
    parameters.values,
  );
  return { count: Math.min(found!.count, countAtMost), capped: found!.count > countAtMost };
}

const lacks = {
  severity: 'i.severity IS NULL',
  type: `NOT EXISTS (SELECT FROM incident_label l WHERE l.workspace_id = i.workspace_id AND l.incident_id = i.id
                       AND l.facet = 'misalignmentType')`,
  system: `NOT EXISTS (SELECT FROM incident_system x WHERE x.workspace_id = i.workspace_id AND x.incident_id = i.id)`,
} as const;

/** Every filter as a condition on `incident i`; visibility is always among them. */
export function filterConditions(
  caller: MemberCaller,
  filter: IncidentFilter,
  parameters: Parameters,
): string[] {
  const conditions = [
    `i.workspace_id = ${parameters.add(caller.workspaceId)}`,
    visibleTo(caller, parameters),
  ];
  const anyOf = (column: string, values: readonly string[] | undefined, type = 'text'): void => {
    if (values) conditions.push(`${column} = ANY (${parameters.add(values)}::${type}[])`);
  };
  const hanging = (table: string, column: string, values: readonly string[] | undefined): void => {
    if (!values) return;
    conditions.push(`EXISTS (SELECT 1 FROM ${table} x WHERE x.workspace_id = i.workspace_id AND x.incident_id = i.id
                       AND x.${column} = ANY (${parameters.add(values)}::uuid[]))`);
  };
  const labelled = (facet: string, values: readonly string[] | undefined): void => {
    if (!values) return;
    conditions.push(`EXISTS (SELECT 1 FROM incident_label l WHERE l.workspace_id = i.workspace_id AND l.incident_id = i.id
                       AND l.facet = '${facet}' AND l.value = ANY (${parameters.add(values)}::text[]))`);
  };
  if (filter.key) conditions.push(`i.number = ANY (${parameters.add(filter.key.map(numberOf))}::int[])`);
  anyOf('i.triage_state', filter.state);
  anyOf('i.status', filter.status);
  anyOf('i.severity', filter.severity);
  anyOf('i.source_kind', filter.source);
  anyOf('i.team_id', filter.team, 'uuid');
  // Drills and reference cases stay out unless asked for.
  if (filter.kind) anyOf('i.record_kind', filter.kind);
  else conditions.push(`i.record_kind NOT IN ('drill', 'reference')`);
  labelled('misalignmentType', filter.type);
  labelled('mechanism', filter.mechanism);
  labelled('goodhartMode', filter.mode);
  labelled('brokenLink', filter.brokenLink);
  for (const part of filter.missing ?? []) conditions.push(lacks[part]);
  hanging('incident_system', 'system_id', filter.system);
  hanging('incident_metric', 'metric_id', filter.metric);
  hanging('incident_pair', 'pair_id', filter.pair);
  if (filter.owner === 'nobody') conditions.push('i.owner_id IS NULL');
  else if (filter.owner) {
    const owner = filter.owner === 'me' ? caller.personId : filter.owner;
    conditions.push(owner ? `i.owner_id = ${parameters.add(owner)}` : 'false');
  }
  if (filter.tag) conditions.push(`${parameters.add(filter.tag)} = ANY (i.tags)`);
  for (const word of (filter.q ?? '').split(/\s+/).filter(Boolean)) {
    conditions.push(`i.search_text ILIKE ${parameters.add(likeLiteral(word))}`);
  }
  if (filter.mitigation) conditions.push(mitigatedBy(filter.mitigation, parameters));
  if (filter.rmf || filter.assessment) conditions.push(assessed(filter, parameters));
  if (filter.from) conditions.push(`i.reported_at >= ${parameters.add(filter.from)}`);
  if (filter.to) conditions.push(`i.reported_at < ${parameters.add(filter.to)}`);
  if (filter.example !== undefined) conditions.push(`i.example = ${parameters.add(filter.example)}`);
  return conditions;
}

/** By a technique of the catalogue, or by words of the title. */
function mitigatedBy(words: string, parameters: Parameters): string {
  return `EXISTS (SELECT 1 FROM incident_mitigation x
                    JOIN mitigation m ON m.workspace_id = x.workspace_id AND m.id = x.mitigation_id
                   WHERE x.workspace_id = i.workspace_id AND x.incident_id = i.id
                     AND (m.approach = ${parameters.add(words)} OR m.title ILIKE ${parameters.add(likeLiteral(words))}))`;
}

/** By a function, category or subcategory of NIST AI RMF, by an assessment, or by both on one mapping. */
function assessed({ rmf, assessment }: IncidentFilter, parameters: Parameters): string {
  const within = rmf ? withinRmf('r.subcategory', rmf, parameters) : null;
  const kind = assessment ? `r.assessment = ANY (${parameters.add(assessment)}::text[])` : null;
  return `EXISTS (SELECT 1 FROM rmf_mapping r WHERE r.workspace_id = i.workspace_id AND r.incident_id = i.id
                     AND ${[within, kind].filter(Boolean).join(' AND ')})`;
}

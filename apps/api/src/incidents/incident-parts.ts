import type { NewLabels } from '@plumbline/shared/contract/incident-label';
import { Problem } from '../platform/problem/problem.js';
import type { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';

interface Parts {
  systems?: { id: string; role: string }[] | undefined;
  metricIds?: string[] | undefined;
  pairIds?: string[] | undefined;
  labels?: NewLabels | undefined;
}

/** Replaces the rows that hang on an incident: systems, metrics, pairs, and the labels of each facet given. */
export async function replaceParts(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
  parts: Parts,
  at: Date,
): Promise<void> {
  const scope = [caller.workspaceId, incidentId] as const;
  if (parts.systems) {
    await database.query('DELETE FROM incident_system WHERE workspace_id = $1 AND incident_id = $2', scope);
    await database.query(
      `INSERT INTO incident_system (workspace_id, incident_id, system_id, role)
       SELECT $1, $2, id, role FROM unnest($3::uuid[], $4::text[]) AS given (id, role)`,
      [...scope, parts.systems.map(({ id }) => id), parts.systems.map(({ role }) => role)],
    );
  }
  if (parts.metricIds) await replaceIds(database, scope, 'incident_metric', 'metric_id', parts.metricIds);
  if (parts.pairIds) await replaceIds(database, scope, 'incident_pair', 'pair_id', parts.pairIds);
  for (const [facet, labels] of Object.entries(parts.labels ?? {})) {
    if (labels) await replaceLabels(database, caller, scope, facet, labels, at);
  }
}

async function replaceIds(
  database: Database,
  scope: readonly [string, string],
  table: 'incident_metric' | 'incident_pair',
  column: 'metric_id' | 'pair_id',
  ids: string[],
): Promise<void> {
  await database.query(`DELETE FROM ${table} WHERE workspace_id = $1 AND incident_id = $2`, scope);
  await database.query(
    `INSERT INTO ${table} (workspace_id, incident_id, ${column}) SELECT $1, $2, id FROM unnest($3::uuid[]) AS given (id)`,
    [...scope, [...new Set(ids)]],
  );
}

type GivenLabel = NonNullable<NewLabels[keyof NewLabels]>[number];

/** A label that was there already keeps who set it and when, unless it says something new. */
async function replaceLabels(
  database: Database,
  caller: MemberCaller,
  scope: readonly [string, string],
  facet: string,
  labels: GivenLabel[],
  at: Date,
): Promise<void> {
  if (new Set(labels.map(({ value }) => value)).size !== labels.length) {
    throw new Problem('request/invalid', `"labels.${facet}": Name each value once.`);
  }
  await database.query(
    `DELETE FROM incident_label WHERE workspace_id = $1 AND incident_id = $2 AND facet = $3 AND value <> ALL ($4)`,
    [...scope, facet, labels.map(({ value }) => value)],
  );
  for (const { value, certainty, provenance, rationale, quote } of labels) {
    await database.query(
      `INSERT INTO incident_label AS old (workspace_id, incident_id, facet, value, certainty, provenance, rationale,
                                          quote, set_by_name, set_by_id, set_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (workspace_id, incident_id, facet, value) DO UPDATE
          SET certainty = excluded.certainty, provenance = excluded.provenance, rationale = excluded.rationale,
              quote = excluded.quote, set_by_name = excluded.set_by_name, set_by_id = excluded.set_by_id,
              set_at = excluded.set_at
        WHERE (old.certainty, old.provenance, old.rationale, old.quote)
              IS DISTINCT FROM (excluded.certainty, excluded.provenance, excluded.rationale, excluded.quote)`,
      [
        ...scope,
        facet,
        value,
        certainty,
        provenance,
        rationale,
        quote,
        caller.actor.name,
        caller.actor.id,
        at,
      ],
    );
  }
}

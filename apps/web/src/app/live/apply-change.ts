import type { Change } from '@plumbline/shared/contract/change';
import type { QueryClient } from '@tanstack/react-query';
import { type Incident, incidentQuery } from '../../features/incidents/incident-queries.js';
import { isListed, refreshRows } from '../../features/incidents/refresh-rows.js';
import { noteUnseen } from '../../features/incidents/unseen-incidents.js';

/** The record is read for notifications soon after it was written; in milliseconds. */
const toldAfter = 1_500;

/** What of the cache speaks of a kind of thing; everything there is keyed [subject, workspace, ...]. */
const subjects: Record<string, readonly string[]> = {
  system: ['systems', 'filter-options'],
  version: ['systems'],
  run: ['systems'],
  objective: ['systems', 'objectives'],
  loophole: ['systems', 'objectives'],
  metric: ['metrics', 'filter-options'],
  pair: ['pairs', 'divergence'],
  finding: ['pairs', 'divergence'],
  observations: ['pairs', 'divergence'],
  mitigation: ['mitigations', 'rmf'],
  rmf_statement: ['rmf'],
  task: ['tasks'],
  clock: ['clocks'],
  team: ['people', 'filter-options'],
  person: ['people'],
  invitation: ['people'],
  workspace: ['workspace'],
  signal: ['signals'],
  source: ['sources'],
};

/**
 * Brings what is on screen up to date with a batch of changes: records and talk are read again, rows of lists change
 * in their place, and new incidents are only counted.
 */
export function applyChanges(queries: QueryClient, workspace: string, changes: readonly Change[]): void {
  const touched = new Set<string>();
  const rows = new Set<string>();
  for (const change of changes) {
    for (const subject of subjects[change.kind] ?? []) touched.add(subject);
    if (change.incident === null) continue;
    touched.add('triage').add('overview');
    applyToIncident(queries, workspace, change, change.incident, rows);
  }
  setTimeout(() => void queries.invalidateQueries({ queryKey: ['notifications', workspace] }), toldAfter);
  if (rows.size > 0) void refreshRows(queries, workspace, [...rows]).catch(() => undefined);
  for (const subject of touched) void queries.invalidateQueries({ queryKey: [subject, workspace] });
}

function applyToIncident(
  queries: QueryClient,
  workspace: string,
  { verb, version }: Change,
  key: string,
  rows: Set<string>,
): void {
  const { queryKey } = incidentQuery(workspace, key);
  const known = queries.getQueryData<Incident>(queryKey);
  if (known && (version === null || version > known.version)) void queries.invalidateQueries({ queryKey });
  void queries.invalidateQueries({ queryKey: ['incident-talk', workspace, key] });
  if (isListed(queries, workspace, key)) rows.add(key);
  else if (verb === 'incident.logged') noteUnseen(workspace, key);
  void queries.invalidateQueries({ queryKey: ['incidents', workspace, 'count'] });
  if (verb?.startsWith('incident.clock_'))
    void queries.invalidateQueries({ queryKey: ['clocks', workspace] });
  if (verb === 'incident.rmf_assessed' || verb?.includes('mitigation')) {
    for (const subject of ['rmf', 'mitigations'])
      void queries.invalidateQueries({ queryKey: [subject, workspace] });
  }
}

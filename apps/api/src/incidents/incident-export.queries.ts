import { ExportedIncident, type IncidentExportQuery } from '@plumbline/shared/contract/incident-export';
import type { Database } from '../platform/database/database.js';
import { Parameters } from '../platform/database/parameters.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { filterConditions } from './incident-list.queries.js';
import { presentIncident, type StoredIncident, wholeColumns, wholeJoins } from './incident.queries.js';

type Stored = StoredIncident & Pick<ExportedIncident, 'mitigations' | 'rmf'>;

/** As many are read at a time: memory stays the same however many there are. */
const batch = 200;

const around = `
  coalesce((SELECT jsonb_agg(jsonb_build_object('title', m.title, 'approach', nullif(m.approach, ''), 'stage', m.stage,
                                                'status', m.status) ORDER BY m.created_at, m.id)
              FROM incident_mitigation x JOIN mitigation m ON m.workspace_id = x.workspace_id AND m.id = x.mitigation_id
             WHERE x.workspace_id = i.workspace_id AND x.incident_id = i.id), '[]') AS mitigations,
  coalesce((SELECT jsonb_agg(jsonb_build_object('subcategory', r.subcategory, 'assessment', r.assessment)
                             ORDER BY r.subcategory, r.assessment)
              FROM rmf_mapping r
             WHERE r.workspace_id = i.workspace_id AND r.incident_id = i.id), '[]') AS rmf`;

/**
 * Reads whatever a filter finds, newest first, a batch at a time. No transaction is held open meanwhile, so a slow
 * reader costs nobody anything; what is logged after the export began is not in it.
 */
export async function* incidentsOf(
  database: Database,
  caller: MemberCaller,
  { format: _format, withExample, workspace: _workspace, ...filter }: IncidentExportQuery,
): AsyncGenerator<ExportedIncident[]> {
  const cut = { ...filter, example: filter.example ?? (withExample ? undefined : false) };
  let after: { reportedAt: string; id: string } | null = null;
  do {
    const parameters: Parameters = new Parameters();
    const conditions = filterConditions(caller, cut, parameters);
    if (after)
      conditions.push(
        `(i.reported_at, i.id) < (${parameters.add(after.reportedAt)}::timestamptz, ${parameters.add(after.id)}::uuid)`,
      );
    const rows: Stored[] = await database.query<Stored>(
      `SELECT ${wholeColumns},${around}
         FROM incident i${wholeJoins(caller, parameters)}
        WHERE ${conditions.join('\n          AND ')}
        ORDER BY i.reported_at DESC, i.id DESC LIMIT ${batch}`,
      parameters.values,
    );
    const incidents = rows.map((row) => exported(caller, row));
    if (incidents.length > 0) yield incidents;
    after = incidents.length < batch ? null : incidents.at(-1)!;
  } while (after);
}

/** As the contract writes it, times within labels included: no serializer stands behind a file. */
function exported(caller: MemberCaller, row: Stored): ExportedIncident {
  return ExportedIncident.parse(presentIncident(caller, row));
}

import { Injectable } from '@nestjs/common';
import type { RmfBoardQuery, RmfBoardRow } from '@plumbline/shared/contract/rmf';
import { rmfSubcategories } from '@plumbline/shared/taxonomy/rmf';
import { valuesOf } from '@plumbline/shared/taxonomy/values';
import { visibleTo } from '../incidents/visible-to.js';
import { Database } from '../platform/database/database.js';
import { Parameters } from '../platform/database/parameters.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';

/** Counts by subcategory. Drills and reference cases are no part of any statistic. */
@Injectable()
export class RmfBoardQueries {
  constructor(private readonly database: Database) {}

  async read(caller: MemberCaller, query: RmfBoardQuery): Promise<{ items: RmfBoardRow[] }> {
    const parameters = new Parameters();
    const workspace = parameters.add(caller.workspaceId);
    const conditions = [
      `i.workspace_id = ${workspace}`,
      visibleTo(caller, parameters),
      `i.record_kind NOT IN ('drill', 'reference')`,
      `i.triage_state NOT IN ('declined', 'duplicate')`,
    ];
    if (query.team) conditions.push(`i.team_id = ${parameters.add(query.team)}`);
    if (query.example !== undefined) conditions.push(`i.example = ${parameters.add(query.example)}`);
    const system = query.system ? parameters.add(query.system) : null;
    if (system)
      conditions.push(`EXISTS (SELECT FROM incident_system x WHERE x.workspace_id = i.workspace_id
                                  AND x.incident_id = i.id AND x.system_id = ${system})`);
    const rows = await this.database.query<RmfBoardRow>(
      `WITH seen AS (SELECT i.workspace_id, i.id, i.status FROM incident i WHERE ${conditions.join(' AND ')}),
       mapped AS (
         SELECT r.subcategory,
                count(DISTINCT seen.id)::int AS incidents,
                count(DISTINCT seen.id) FILTER (WHERE seen.status IS NULL OR seen.status NOT IN ('resolved', 'closed'))::int AS open,
                count(*) FILTER (WHERE r.assessment = 'gap')::int AS gaps,
                count(*) FILTER (WHERE r.assessment = 'failed_control')::int AS "failedControls",
                count(*) FILTER (WHERE r.assessment = 'worked')::int AS worked,
                count(*) FILTER (WHERE r.assessment = 'improvement')::int AS improvements
           FROM seen JOIN rmf_mapping r ON r.workspace_id = seen.workspace_id AND r.incident_id = seen.id
          GROUP BY r.subcategory),
       treated AS (
         SELECT r.subcategory, count(DISTINCT m.id)::int AS mitigations
           FROM seen
           JOIN rmf_mapping r ON r.workspace_id = seen.workspace_id AND r.incident_id = seen.id
           JOIN incident_mitigation x ON x.workspace_id = seen.workspace_id AND x.incident_id = seen.id
           JOIN mitigation m ON m.workspace_id = x.workspace_id AND m.id = x.mitigation_id
                            AND m.status IN ('active', 'verified')
          GROUP BY r.subcategory),
       stated AS (
         SELECT subcategory, count(*)::int AS statements, count(*) FILTER (WHERE state = 'in_place')::int AS "inPlace",
                max(evidence_on)::text AS "evidenceOn"
           FROM rmf_statement WHERE workspace_id = ${workspace}${system ? ` AND system_id = ${system}` : ''}
          GROUP BY subcategory)
       SELECT id.subcategory, coalesce(incidents, 0) AS incidents, coalesce(open, 0) AS open, coalesce(gaps, 0) AS gaps,
              coalesce("failedControls", 0) AS "failedControls", coalesce(worked, 0) AS worked,
              coalesce(improvements, 0) AS improvements, coalesce(mitigations, 0) AS mitigations,
              coalesce(statements, 0) AS statements, coalesce("inPlace", 0) AS "inPlace", "evidenceOn"
         FROM unnest(${parameters.add(valuesOf(rmfSubcategories))}::text[]) WITH ORDINALITY AS id (subcategory, place)
         LEFT JOIN mapped USING (subcategory) LEFT JOIN treated USING (subcategory) LEFT JOIN stated USING (subcategory)
        ORDER BY id.place`,
      parameters.values,
    );
    return { items: rows };
  }
}

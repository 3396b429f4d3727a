import { Injectable } from '@nestjs/common';
import type { RmfBoard, RmfBoardQuery, RmfFigures } from '@plumbline/shared/contract/rmf';
import { rmfCategories, rmfSubcategories } from '@plumbline/shared/taxonomy/rmf';
import { valuesOf } from '@plumbline/shared/taxonomy/values';
import { visibleTo } from '../people/visible-to.js';
import { Database } from '../platform/database/database.js';
import { Parameters } from '../platform/database/parameters.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';

type Counted = RmfFigures & { id: string };

/** Counts by subcategory and by category. Drills and reference cases are no part of any statistic. */
@Injectable()
export class RmfBoardQueries {
  constructor(private readonly database: Database) {}

  /** The 72 subcategories and the 19 categories, each in NIST's order; an incident counts once in each row. */
  async read(caller: MemberCaller, query: RmfBoardQuery): Promise<RmfBoard> {
    const items = await this.count(caller, query, (column) => column, valuesOf(rmfSubcategories));
    const categoryOf = (column: string): string => `split_part(${column}, '.', 1)`;
    const categories = await this.count(caller, query, categoryOf, valuesOf(rmfCategories));
    return {
      items: items.map(({ id, ...figures }) => ({ subcategory: id, ...figures })),
      categories: categories.map(({ id, ...figures }) => ({ category: id, ...figures })),
    };
  }

  /** @param rowOf the SQL expression of the row that a subcategory belongs to; `ids` are all rows, in order */
  private async count(
    caller: MemberCaller,
    query: RmfBoardQuery,
    rowOf: (column: string) => string,
    ids: readonly string[],
  ): Promise<Counted[]> {
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
    const rows = await this.database.query<Counted>(
      `WITH seen AS (SELECT i.workspace_id, i.id, i.status FROM incident i WHERE ${conditions.join(' AND ')}),
       mapped AS (
         SELECT ${rowOf('r.subcategory')} AS id,
                count(DISTINCT seen.id)::int AS incidents,
                count(DISTINCT seen.id) FILTER (WHERE seen.status NOT IN ('resolved', 'closed'))::int AS open,
                count(*) FILTER (WHERE r.assessment = 'gap')::int AS gaps,
                count(*) FILTER (WHERE r.assessment = 'failed_control')::int AS "failedControls",
                count(*) FILTER (WHERE r.assessment = 'worked')::int AS worked,
                count(*) FILTER (WHERE r.assessment = 'improvement')::int AS improvements
           FROM seen JOIN rmf_mapping r ON r.workspace_id = seen.workspace_id AND r.incident_id = seen.id
          GROUP BY 1),
       treated AS (
         SELECT ${rowOf('r.subcategory')} AS id, count(DISTINCT m.id)::int AS mitigations
           FROM seen
           JOIN rmf_mapping r ON r.workspace_id = seen.workspace_id AND r.incident_id = seen.id
           JOIN incident_mitigation x ON x.workspace_id = seen.workspace_id AND x.incident_id = seen.id
           JOIN mitigation m ON m.workspace_id = x.workspace_id AND m.id = x.mitigation_id
                            AND m.status IN ('active', 'verified')
          GROUP BY 1),
       stated AS (
         SELECT ${rowOf('subcategory')} AS id, count(*)::int AS statements, count(*) FILTER (WHERE state = 'in_place')::int AS "inPlace",
                max(evidence_on)::text AS "evidenceOn"
           FROM rmf_statement WHERE workspace_id = ${workspace}${system ? ` AND system_id = ${system}` : ''}
          GROUP BY 1)
       SELECT id, coalesce(incidents, 0) AS incidents, coalesce(open, 0) AS open, coalesce(gaps, 0) AS gaps,
              coalesce("failedControls", 0) AS "failedControls", coalesce(worked, 0) AS worked,
              coalesce(improvements, 0) AS improvements, coalesce(mitigations, 0) AS mitigations,
              coalesce(statements, 0) AS statements, coalesce("inPlace", 0) AS "inPlace", "evidenceOn"
         FROM unnest(${parameters.add(ids)}::text[]) WITH ORDINALITY AS line (id, place)
         LEFT JOIN mapped USING (id) LEFT JOIN treated USING (id) LEFT JOIN stated USING (id)
        ORDER BY line.place`,
      parameters.values,
    );
    return rows;
  }
}

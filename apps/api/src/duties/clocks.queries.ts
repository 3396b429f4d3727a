import { Injectable } from '@nestjs/common';
import type { ReportingClock, ReportingClockQuery } from '@plumbline/shared/contract/clock';
import { visibleTo } from '../people/visible-to.js';
import { Database } from '../platform/database/database.js';
import { isoTimes } from '../platform/database/iso-times.js';
import { Parameters } from '../platform/database/parameters.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { pageFrom, readCursor } from '../platform/endpoint/cursor.js';

const selection = `
  SELECT c.id, jsonb_build_object('key', 'INC-' || i.number, 'title', i.title) AS incident, c.duty, c.name, c.authority,
         c.starts_at AS "startsAt", c.due_at AS "dueAt", c.state, c.note, c.settled_at AS "settledAt",
         CASE WHEN c.settled_at IS NULL THEN NULL
              ELSE jsonb_build_object('id', c.settled_by_id, 'name', c.settled_by_name) END AS "settledBy",
         c.version, c.created_at AS "createdAt", c.updated_at AS "updatedAt"
    FROM reporting_clock c JOIN incident i ON i.workspace_id = c.workspace_id AND i.id = c.incident_id`;

/** Later than every due date: where a clock without one stands in the order. */
const noDue = '9999-12-31T00:00:00.000Z';
const order = `coalesce(c.due_at, '${noDue}'), c.id`;

@Injectable()
export class ClocksQueries {
  constructor(private readonly database: Database) {}

  /** Of an incident that the caller may see. */
  async ofIncident(caller: MemberCaller, incidentId: string): Promise<ReportingClock[]> {
    return this.read(
      `${selection} WHERE c.workspace_id = $1 AND c.incident_id = $2 ORDER BY (c.state <> 'running'), ${order}`,
      [caller.workspaceId, incidentId],
    );
  }

  async one(caller: MemberCaller, incidentId: string, id: string): Promise<ReportingClock | null> {
    const [clock] = await this.read(
      `${selection} WHERE c.workspace_id = $1 AND c.incident_id = $2 AND c.id = $3`,
      [caller.workspaceId, incidentId, id],
    );
    return clock ?? null;
  }

  /** Of every incident that the caller may see, what is due first before the others. */
  async list(
    caller: MemberCaller,
    { state, cursor, limit }: ReportingClockQuery,
  ): Promise<{ items: ReportingClock[]; next: string | null }> {
    const parameters = new Parameters();
    const conditions = [
      `c.workspace_id = ${parameters.add(caller.workspaceId)}`,
      `c.state = ${parameters.add(state)}`,
      visibleTo(caller, parameters),
    ];
    const after = readCursor(cursor, 2);
    if (after)
      conditions.push(
        `(${order}) > (${parameters.add(after[0])}::timestamptz, ${parameters.add(after[1])}::uuid)`,
      );
    const clocks = await this.read(
      `${selection} WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ${parameters.add(limit + 1)}`,
      parameters.values,
    );
    return pageFrom(clocks, limit, ({ dueAt, id }) => [dueAt ?? noDue, id]);
  }

  private async read(statement: string, values: unknown[]): Promise<ReportingClock[]> {
    const rows = await this.database.query<ReportingClock>(statement, values);
    return rows.map((row) => isoTimes(row) as ReportingClock);
  }
}

import type { Lease } from '@plumbline/shared/contract/triage';
import type { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';

/** A lease with the id of the incident that it is on. */
export type LeaseOn = Lease & { incidentId: string };

/** The leases that still hold, of some incidents. */
export async function readLeases(
  database: Database,
  caller: MemberCaller,
  incidentIds: readonly string[],
  now: Date,
): Promise<LeaseOn[]> {
  const rows = await database.query<{ incidentId: string; id: string; name: string; until: Date }>(
    `SELECT l.incident_id AS "incidentId", l.holder_id AS id, p.name, l.until
       FROM triage_lease l JOIN person p ON p.id = l.holder_id
      WHERE l.workspace_id = $1 AND l.incident_id = ANY ($2::uuid[]) AND l.until > $3`,
    [caller.workspaceId, incidentIds, now],
  );
  return rows.map(({ incidentId, id, name, until }) => ({
    incidentId,
    holder: { id, name },
    until: until.toISOString(),
    mine: id === caller.personId,
  }));
}

/** Takes or prolongs a lease unless somebody else still holds it. */
export async function writeLease(
  database: Database,
  caller: MemberCaller,
  incidentId: string,
  times: { now: Date; until: Date },
  takeOver: boolean,
): Promise<void> {
  await database.query(
    `INSERT INTO triage_lease AS held (workspace_id, incident_id, holder_id, until) VALUES ($1, $2, $3, $5)
     ON CONFLICT (workspace_id, incident_id) DO UPDATE SET holder_id = excluded.holder_id, until = excluded.until
      WHERE held.holder_id = excluded.holder_id OR held.until <= $4 OR $6`,
    [caller.workspaceId, incidentId, caller.personId, times.now, times.until, takeOver],
  );
}

/** Ends the leases of a person, on one incident or on all but one. */
export async function endLeases(
  database: Database,
  caller: MemberCaller,
  which: { on: string } | { except: string },
): Promise<void> {
  await database.query(
    `DELETE FROM triage_lease WHERE workspace_id = $1 AND holder_id = $2 AND (incident_id = $3) = $4`,
    [caller.workspaceId, caller.personId, 'on' in which ? which.on : which.except, 'on' in which],
  );
}

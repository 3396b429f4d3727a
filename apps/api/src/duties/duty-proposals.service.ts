import { Injectable } from '@nestjs/common';
import type { ProposedClock } from '@plumbline/shared/contract/clock';
import type { Incident } from '@plumbline/shared/contract/incident-record';
import { clockDue } from '@plumbline/shared/incident/clock-due';
import { proposeDuties, type SystemFacts } from '@plumbline/shared/incident/duty-proposals';
import { citation, dutyOf } from '@plumbline/shared/taxonomy/reporting-duties';
import type { HarmType } from '@plumbline/shared/taxonomy/values/incident';
import { Database } from '../platform/database/database.js';
import type { MemberCaller } from '../platform/endpoint/caller.js';

/** When a house knew of an incident, as far as its record tells. */
export function awareOf({ awareAt, reportedAt }: Pick<Incident, 'awareAt' | 'reportedAt'>): string {
  return awareAt ?? reportedAt;
}

/** Which duties a rule holds worth a look, by what stands in the records. */
@Injectable()
export class DutyProposalsService {
  constructor(private readonly database: Database) {}

  /** @param settled duties that the incident has a clock for already, running or not */
  async of(
    caller: MemberCaller,
    incident: Incident,
    settled: ReadonlySet<string | null>,
  ): Promise<ProposedClock[]> {
    if (incident.recordKind === 'drill' || incident.recordKind === 'reference') return [];
    const awareAt = awareOf(incident);
    const systems = await this.systemsOf(caller, incident);
    const harmTypes = incident.labels
      .filter(({ facet }) => facet === 'harmType')
      .map(({ value }) => value as HarmType);
    return proposeDuties({ ...incident, harmTypes, awareAt }, systems)
      .filter(({ duty }) => !settled.has(duty))
      .map(({ duty: id, because }) => {
        const duty = dutyOf(id)!;
        return {
          duty: id,
          name: duty.name,
          citation: citation(duty),
          authority: duty.to,
          dueAt: duty.within && clockDue(awareAt, duty.within),
          because,
          note: [`Holds for: ${duty.who}.`, duty.note].join(' ').trim(),
        };
      });
  }

  private systemsOf(caller: MemberCaller, { systems }: Incident): Promise<SystemFacts[]> {
    return this.database.query<SystemFacts>(
      `SELECT name, role, risk_class AS "riskClass", jurisdictions FROM ai_system
        WHERE workspace_id = $1 AND id = ANY ($2::uuid[]) ORDER BY name`,
      [caller.workspaceId, systems.map(({ id }) => id)],
    );
  }
}

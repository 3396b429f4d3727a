import type { DutyHarm, ReportingDuty } from '../taxonomy/duties/reporting-duty.js';
import { type ReportingDutyId, reportingDuties } from '../taxonomy/reporting-duties.js';
import type { HarmRealisation, HarmType, OecdSeverity, Severity } from '../taxonomy/values/incident.js';
import type { RiskClass, SystemRole } from '../taxonomy/values/system.js';

/** As much of an incident as tells which duties are worth a look. */
export interface IncidentFacts {
  severity: Severity | null;
  oecdSeverity: OecdSeverity | null;
  harmRealisation: HarmRealisation | null;
  harmTypes: readonly HarmType[];
  /** When somebody here knew, or as good as that. */
  awareAt: string;
}

/** As much of a system. */
export interface SystemFacts {
  name: string;
  role: SystemRole;
  riskClass: RiskClass;
  jurisdictions: readonly string[];
}

export interface DutyProposal {
  duty: ReportingDutyId;
  because: string;
}

/**
 * Which duties an incident may have woken, by where its systems are at work, in which role, and what happened. A rule
 * proposes, a person decides: whether the duty holds for this house stands in nobody's record.
 */
export function proposeDuties(incident: IncidentFacts, systems: readonly SystemFacts[]): DutyProposal[] {
  const proposals: DutyProposal[] = [];
  for (const [id, duty] of Object.entries(reportingDuties) as [ReportingDutyId, ReportingDuty][]) {
    const { suits } = duty;
    if (!suits || (duty.holdsFrom && incident.awareAt.slice(0, 10) < duty.holdsFrom)) continue;
    const what = whatHappened[suits.harm](incident);
    const system = what && systems.find((one) => concerns(one, duty));
    if (system) proposals.push({ duty: id, because: reason(system, duty, what) });
  }
  return proposals;
}

function concerns(
  { role, riskClass, jurisdictions }: SystemFacts,
  { jurisdiction, suits }: ReportingDuty,
): boolean {
  if (suits?.highRisk && riskClass !== 'high' && riskClass !== 'prohibited') return false;
  if (suits?.role && role !== suits.role && role !== 'provider_and_deployer') return false;
  return jurisdictions.some((named) => within(named.trim().toUpperCase(), jurisdiction));
}

/** `US-CA` lies in `US`; `EU` in `EU`. */
function within(named: string, jurisdiction: string): boolean {
  return named === jurisdiction || named.startsWith(`${jurisdiction}-`);
}

/** What of an incident answers to the harm that a duty speaks of; null: it does not. */
const whatHappened: Record<DutyHarm, (incident: IncidentFacts) => string | null> = {
  serious: ({ severity, oecdSeverity, harmRealisation }) =>
    oecdSeverity === 'death' || oecdSeverity === 'serious_injury'
      ? 'somebody came to harm'
      : (severity === 'sev1' || severity === 'sev2') && harmRealisation !== 'none'
        ? `it is ${severity}`
        : null,
  death: ({ oecdSeverity }) => (oecdSeverity === 'death' ? 'somebody died' : null),
  public: ({ severity, harmTypes }) =>
    severity === 'sev1' && harmTypes.includes('public_interest') ? 'it is sev1 and harms the public' : null,
  imminent: ({ severity, harmRealisation, harmTypes }) =>
    severity === 'sev1' && harmRealisation === 'imminent' && harmTypes.includes('physical')
      ? 'it may hurt somebody at any moment'
      : null,
};

function reason(
  { name, riskClass }: SystemFacts,
  { jurisdiction, suits }: ReportingDuty,
  what: string,
): string {
  const risk = suits?.highRisk && riskClass === 'high' ? 'a high-risk system' : 'a system';
  const role = suits?.role ? `, as its ${suits.role}` : '';
  return `${name} is ${risk} at work in ${jurisdiction}${role}, and ${what}.`;
}

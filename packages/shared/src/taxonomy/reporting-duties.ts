import { dutiesElsewhere } from './duties/elsewhere.js';
import { euAiDuties } from './duties/eu-ai.js';
import { euSectorDuties } from './duties/eu-sectors.js';
import type { ReportingDuty } from './duties/reporting-duty.js';

/** As of when the duties were read up. */
export const dutiesAsOf = '2026-11';

/** Duties to report incidents, by id. */
export const reportingDuties = { ...euAiDuties, ...euSectorDuties, ...dutiesElsewhere };
export type ReportingDutyId = keyof typeof reportingDuties;

/** @returns the duty of an id; null for one that the catalogue does not have */
export function dutyOf(id: string): ReportingDuty | null {
  return (reportingDuties as Record<string, ReportingDuty>)[id] ?? null;
}

/** A duty as sentences cite it: `EU AI Act, Regulation (EU) 2024/1689, Art. 73(2)`. */
export function citation({ law, place }: Pick<ReportingDuty, 'law' | 'place'>): string {
  return `${law}, ${place}`;
}

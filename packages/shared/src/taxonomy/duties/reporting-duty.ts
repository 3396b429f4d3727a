import type { SystemRole } from '../values/system.js';

export type PeriodUnit = 'hours' | 'days' | 'business_days' | 'weeks' | 'months' | 'years';
/** How long a law gives. */
export interface Period {
  count: number;
  unit: PeriodUnit;
}

/** What an incident must have brought, as far as its record tells, for a duty to be worth a look. */
export type DutyHarm = 'serious' | 'death' | 'public' | 'imminent';

/** A duty to report, in our words. Facts for defaults, not legal advice: every clock can be edited. */
export interface ReportingDuty {
  name: string;
  /** Where it holds, as systems name it: `EU`, `US-CA`; a sector behind it narrows it: `EU finance`. */
  jurisdiction: string;
  law: string;
  /** Article or section. */
  place: string;
  to: string;
  who: string;
  trigger: string;
  /** `aware`: runs from when somebody here knew; `own`: from something else, which a person dates. */
  from: 'aware' | 'own';
  /** null where the law says "without delay", or nothing. */
  within: Period | null;
  kind: 'incident' | 'follow_up' | 'periodic' | 'record' | 'of_authority' | 'none';
  /** The day from which it holds, where that is recent or to come. */
  holdsFrom: string | null;
  note: string;
  certainty: 'high' | 'medium_high' | 'medium' | 'low_medium';
  /** For whom it is proposed; null: never by rule, since no record here tells. */
  suits: { role?: Exclude<SystemRole, 'provider_and_deployer'>; highRisk?: true; harm: DutyHarm } | null;
}

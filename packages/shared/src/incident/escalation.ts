import type { RecordKind, Severity, Visibility } from '../taxonomy/values/incident.js';

interface Sign {
  facet: string;
  value: string;
}

/** What the rule asks for, and why, in a sentence. */
export interface Escalation {
  severity: Severity;
  visibility: Visibility;
  reason: string;
}

const says = (facet: string, value?: string) => (sign: Sign) =>
  sign.facet === facet && (value === undefined || sign.value === value);
const deceives = [says('mechanism', 'deceptive_alignment'), says('manifestation', 'deception')];

/**
 * Power-seeking and deception, even where only suspected, are at least sev2 and for few eyes, until a person decides
 * otherwise. Drills and documented cases are neither.
 * @returns null where the rule has nothing to say
 */
export function escalationOf(labels: readonly Sign[], kind: RecordKind): Escalation | null {
  if (kind === 'drill' || kind === 'reference') return null;
  const seeks = labels.some(says('powerSeeking'));
  const lies = labels.some((label) => deceives.some((sign) => sign(label)));
  if (!seeks && !lies) return null;
  const what = seeks && lies ? 'power-seeking and deception' : seeks ? 'power-seeking' : 'deception';
  return {
    severity: 'sev2',
    visibility: 'restricted',
    reason: `By rule: a sign of ${what} is at least sev2, and restricted until a person decides otherwise.`,
  };
}

/** @returns whether a severity is as bad as asked for, or worse */
export function reaches(severity: Severity | null | undefined, asked: Severity): boolean {
  return severity !== null && severity !== undefined && severity <= asked;
}

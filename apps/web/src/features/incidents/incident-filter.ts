import {
  brokenLink,
  goodhartMode,
  mechanism,
  misalignmentType,
} from '@plumbline/shared/taxonomy/values/classification';
import {
  incidentStatus,
  recordKind,
  severity,
  sourceKind,
  triageState,
} from '@plumbline/shared/taxonomy/values/incident';
import { rmfAssessment } from '@plumbline/shared/taxonomy/values/mitigation';
import type { IncidentFilter } from './incident-queries.js';

/** A question that a list can be cut by, with a fixed set of answers. */
interface Choice {
  label: string;
  values: Record<string, string>;
}

/** The filters with fixed answers, in the order of the filter panel. */
export const choices = {
  state: { label: 'Triage state', values: triageState },
  status: { label: 'Status', values: incidentStatus },
  severity: { label: 'Severity', values: severity },
  type: { label: 'Misalignment type', values: misalignmentType },
  mechanism: { label: 'Mechanism', values: mechanism },
  mode: { label: 'Goodhart mode', values: goodhartMode },
  brokenLink: { label: 'Where intent was lost', values: brokenLink },
  kind: { label: 'Record kind', values: recordKind },
  source: { label: 'Source', values: sourceKind },
  missing: {
    label: 'Not said yet',
    values: { severity: 'Severity', type: 'Misalignment type', system: 'System' },
  },
  assessment: { label: 'RMF assessment', values: rmfAssessment },
} as const satisfies Partial<Record<keyof IncidentFilter, Choice>>;
export type ChoiceName = keyof typeof choices;

/** Filters whose answers are written or looked up. */
export const openFilters = {
  q: 'Words',
  key: 'Incident',
  system: 'System',
  metric: 'Metric',
  pair: 'Pair',
  mitigation: 'Mitigation',
  rmf: 'NIST AI RMF',
  team: 'Team',
  owner: 'Owner',
  tag: 'Tag',
  from: 'Since',
  to: 'Until',
  example: 'Example story',
} as const satisfies Partial<Record<keyof IncidentFilter, string>>;

/** The orders of a list, as its contract knows them. */
export const sorts = {
  '-reported': 'Newest first',
  reported: 'Oldest first',
  '-updated': 'Last changed first',
  severity: 'Worst first',
} as const satisfies Record<NonNullable<IncidentFilter['sort']>, string>;

const names = [...Object.keys(choices), ...Object.keys(openFilters), 'sort'];

/** Reads the filter from an address; what does not belong there is dropped. */
export function readFilter(search: Record<string, unknown>): IncidentFilter {
  const filter: Record<string, string> = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') filter[name] = value;
    if (typeof value === 'number' || typeof value === 'boolean') filter[name] = String(value);
  }
  return filter as IncidentFilter;
}

/** The filters that cut anything, without the sort. */
export function activeFilters({ sort: _sort, ...filter }: IncidentFilter): [string, string][] {
  return Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
}

/** A filter in words: `Severity: Severity 1, Severity 2`. @param nameOf the name behind an id, where it is known */
export function filterWords(name: string, value: string, nameOf: (id: string) => string | undefined): string {
  const choice = (choices as Record<string, Choice>)[name];
  const label = choice?.label ?? (openFilters as Record<string, string>)[name] ?? name;
  const words = value.split(',').map((one) => choice?.values[one] ?? nameOf(one) ?? one);
  return `${label}: ${words.join(', ')}`;
}

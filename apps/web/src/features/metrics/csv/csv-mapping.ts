import type { Metric } from '../metrics-queries.js';

/** A metric whose values a file can hold. */
export interface CsvMetric extends Pick<Metric, 'key' | 'name' | 'scale' | 'unit'> {
  /** Which half of a pair it is, where it is looked at as one. */
  half?: 'proxy' | 'intent';
}

/** What a column can hold beside the values themselves. */
export const placeRoles = {
  time: 'time',
  step: 'step',
  kl: 'KL',
  environment: 'environment',
  segment: 'segment',
  version: 'version',
  run: 'run',
  context: 'context',
  being_evaluated: 'being evaluated',
  name: 'own name of the point',
} as const;
type PlaceRole = keyof typeof placeRoles;

/** What a column is: a place, the value or the n of one of the metrics, or nothing. */
export type CsvRole = PlaceRole | `value:${string}` | `n:${string}` | 'n' | 'ignore';

/** How the values of a metric are written in the file. */
export interface CsvValue {
  percent: boolean;
  /** The unit that the column's name states, as far as it is believed. */
  unit: string | null;
}

export interface CsvMapping {
  roles: CsvRole[];
  values: Record<string, CsvValue>;
  /** For rows without a column of their own. */
  environment: string;
  run: string;
}

/** The choices of a column in words. With one metric nothing needs its name. */
export function roleNames(metrics: readonly CsvMetric[]): Record<CsvRole, string> {
  const one = metrics.length === 1;
  return Object.fromEntries([
    ...metrics.map(({ key, name }) => [`value:${key}`, one ? 'value' : name]),
    ...(one ? [] : metrics.map(({ key, name }) => [`n:${key}`, `n of ${name}`])),
    ['n', one ? 'n' : 'n of all'],
    ...Object.entries(placeRoles),
    ['ignore', 'not used'],
  ]) as Record<CsvRole, string>;
}

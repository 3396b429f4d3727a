import type { Metric } from './metrics-queries.js';

/** What a person writes about a metric; numbers and days as they were typed. */
export type MetricFields = Pick<
  Metric,
  | 'name'
  | 'key'
  | 'description'
  | 'objectiveId'
  | 'role'
  | 'kind'
  | 'unit'
  | 'direction'
  | 'scale'
  | 'dimension'
  | 'granularity'
  | 'basis'
  | 'heldOut'
> & { bandLow: string; bandHigh: string; introducedOn: string; reviewByOn: string; retiredOn: string };

export const emptyMetric: MetricFields = {
  name: '',
  key: '',
  description: '',
  objectiveId: null,
  role: 'proxy',
  kind: 'automatic_score',
  unit: '',
  direction: 'higher_better',
  scale: 'score',
  dimension: null,
  granularity: 'response',
  basis: 'outcome',
  heldOut: false,
  bandLow: '',
  bandHigh: '',
  introducedOn: '',
  reviewByOn: '',
  retiredOn: '',
};

export function metricFieldsOf(metric: Metric): MetricFields {
  return {
    name: metric.name,
    key: metric.key,
    description: metric.description,
    objectiveId: metric.objectiveId,
    role: metric.role,
    kind: metric.kind,
    unit: metric.unit,
    direction: metric.direction,
    scale: metric.scale,
    dimension: metric.dimension,
    granularity: metric.granularity,
    basis: metric.basis,
    heldOut: metric.heldOut,
    bandLow: metric.bandLow === null ? '' : String(metric.bandLow),
    bandHigh: metric.bandHigh === null ? '' : String(metric.bandHigh),
    introducedOn: metric.introducedOn ?? '',
    reviewByOn: metric.reviewByOn ?? '',
    retiredOn: metric.retiredOn ?? '',
  };
}

/** As the API takes it: what is empty is null. */
export function metricBodyOf(fields: MetricFields) {
  const number = (words: string) => (words.trim() === '' ? null : Number(words.replace(',', '.')));
  return {
    ...fields,
    bandLow: number(fields.bandLow),
    bandHigh: number(fields.bandHigh),
    introducedOn: fields.introducedOn || null,
    reviewByOn: fields.reviewByOn || null,
    retiredOn: fields.retiredOn || null,
  };
}

/** Why the form cannot be sent yet. */
export function whyNoMetric(fields: MetricFields): string | null {
  if (!fields.name.trim()) return 'Name it first.';
  if (!/^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/.test(fields.key)) return 'Give it a key first.';
  const { bandLow, bandHigh } = metricBodyOf(fields);
  if (Number.isNaN(bandLow) || Number.isNaN(bandHigh)) return 'Write the target band in numbers.';
  if (fields.direction === 'target_band' && (bandLow === null || bandHigh === null)) {
    return 'A target band needs both ends.';
  }
  return null;
}

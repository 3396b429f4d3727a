import { z } from 'zod';
import { evaluationContext, pairAxis, pairState } from '../taxonomy/values/system.js';
import { valuesOf } from '../taxonomy/values.js';
import { MetricDirection, MetricScale, MetricState } from './metric.js';
import { examplePair } from './pair-example.js';
import { Day, Flag, Id, Instant, optionalText, pageOf, PageQuery, text } from './primitives.js';
import { route } from './route.js';

export const PairAxis = z.enum(valuesOf(pairAxis));
export type PairAxis = z.infer<typeof PairAxis>;
export const PairState = z.enum(valuesOf(pairState));
export type PairState = z.infer<typeof PairState>;
/** Where a value was taken; '' is "not said", in a pair "all". */
export const SeriesContext = z.enum(['', ...valuesOf(evaluationContext)]);
export type SeriesContext = z.infer<typeof SeriesContext>;

const fields = {
  name: text(160),
  objectiveId: Id,
  proxyMetricId: Id,
  intentMetricId: Id,
  axis: PairAxis,
  environment: optionalText(60).meta({ description: 'Only values of this environment; "" = all' }),
  segment: optionalText(120).meta({ description: 'Only values of this segment; "" = all' }),
  context: SeriesContext,
  runId: Id.nullable().meta({ description: 'The run, where the axis is step or kl' }),
  referenceFromOn: Day.nullable(),
  referenceToOn: Day.nullable(),
  falseAlarmsPerYear: z
    .number()
    .positive()
    .max(12)
    .meta({ description: 'False alarms a year that are acceptable' }),
  auditEveryDays: z.number().int().min(1).max(366).nullable().meta({
    description: 'How often the intent is meant to be measured',
  }),
};

/** One half of a pair, as far as a chart needs it. */
export const PairMetric = z
  .object({
    id: Id,
    key: z.string(),
    name: z.string(),
    unit: z.string(),
    direction: MetricDirection,
    scale: MetricScale,
    heldOut: z.boolean(),
    state: MetricState,
    lastAt: Instant.nullable(),
  })
  .meta({ id: 'PairMetric' });
export type PairMetric = z.infer<typeof PairMetric>;

/** A proxy and the intent measure beside it. */
export const Pair = z
  .object({
    id: Id,
    systemId: Id,
    systemKey: z.string(),
    systemName: z.string(),
    ...fields,
    objectiveName: z.string(),
    intentStatement: z.string(),
    specification: z.string(),
    proxy: PairMetric,
    intent: PairMetric,
    state: PairState.meta({
      description: 'no_data also where only one half has values: silence is never green',
    }),
    version: z.number().int(),
    activatedAt: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    archivedAt: Instant.nullable(),
  })
  .meta({ id: 'Pair' });
export type Pair = z.infer<typeof Pair>;

export const NewPair = z
  .object({
    ...fields,
    name: fields.name.optional().meta({ description: '"<proxy> and <intent>" when left out' }),
    axis: PairAxis.default('time'),
    environment: fields.environment.default(''),
    segment: fields.segment.default(''),
    context: SeriesContext.default(''),
    runId: fields.runId.default(null),
    referenceFromOn: fields.referenceFromOn.default(null),
    referenceToOn: fields.referenceToOn.default(null),
    falseAlarmsPerYear: fields.falseAlarmsPerYear.default(0.2),
    auditEveryDays: fields.auditEveryDays.default(null),
  })
  .meta({ id: 'NewPair' });
export type NewPair = z.infer<typeof NewPair>;

export const PairChanges = z
  .object(fields)
  .omit({ objectiveId: true, proxyMetricId: true, intentMetricId: true })
  .partial()
  .meta({ id: 'PairChanges' });
export type PairChanges = z.infer<typeof PairChanges>;

export const PairParams = z.object({ id: Id });

export const PairQuery = PageQuery.extend({
  system: z.string().max(48).optional().meta({ description: 'Id or key of a system' }),
  metric: Id.optional().meta({ description: 'Either half' }),
  state: PairState.optional(),
  archived: Flag.optional().meta({ description: 'true lists only archived pairs' }),
});
export type PairQuery = z.output<typeof PairQuery>;

export const PairSeriesQuery = z.object({
  from: Instant.optional(),
  to: Instant.optional().meta({ description: 'Exclusive' }),
  every: z.enum(['point', 'day']).default('point').meta({
    description: 'day = mean of each UTC day, weighted by n where it is known',
  }),
  environment: optionalText(60).optional(),
  segment: optionalText(120).optional(),
  context: SeriesContext.optional(),
  version: Id.optional(),
  run: Id.optional(),
});
export type PairSeriesQuery = z.output<typeof PairSeriesQuery>;

/** One half as columns of equal length. `x` is milliseconds since 1970 for time, otherwise the step or the KL. */
export interface SeriesColumns {
  x: number[];
  value: number[];
  n: (number | null)[];
}
/** Both halves of a pair, ready to draw. */
export interface PairSeries {
  axis: PairAxis;
  every: 'point' | 'day';
  proxy: SeriesColumns;
  intent: SeriesColumns;
}

const columns = {
  type: 'object' as const,
  required: ['x', 'value', 'n'],
  properties: {
    x: {
      type: 'array' as const,
      items: { type: 'number' as const },
      description: 'Milliseconds since 1970 for time, otherwise step or KL',
    },
    value: { type: 'array' as const, items: { type: 'number' as const } },
    n: { type: 'array' as const, items: { type: ['integer' as const, 'null' as const] } },
  },
};
/** Described, not walked: PostgreSQL builds the text and it leaves as it is. */
export const PairSeries = z.custom<PairSeries>().meta({
  id: 'PairSeries',
  override: {
    type: 'object',
    required: ['axis', 'every', 'proxy', 'intent'],
    properties: {
      axis: { type: 'string', enum: ['time', 'step', 'kl'] },
      every: { type: 'string', enum: ['point', 'day'] },
      proxy: columns,
      intent: columns,
    },
  },
});

const tag = 'Metric pairs';
const read = { role: 'viewer', scope: 'workspace:read' } as const;
const change = { role: 'triager', scope: 'workspace:write' } as const;
const params = { id: examplePair.id };

export const listPairs = route('GET /pairs', {
  summary: 'List metric pairs by name',
  tag,
  access: read,
  query: PairQuery,
  success: { status: 200, body: pageOf(Pair).meta({ id: 'PairPage' }) },
  example: { query: { system: 'feed-ranker' }, response: { items: [examplePair], next: null } },
});
export const createPair = route('POST /pairs', {
  summary: 'Put an intent measure beside a proxy, as a draft',
  tag,
  access: { role: 'reporter', scope: 'workspace:write' },
  idempotent: true,
  body: NewPair,
  success: { status: 201, body: Pair },
  example: {
    body: {
      objectiveId: examplePair.objectiveId,
      proxyMetricId: examplePair.proxyMetricId,
      intentMetricId: examplePair.intentMetricId,
    },
    response: { ...examplePair, state: 'draft', activatedAt: null, version: 1 },
  },
});
export const getPair = route('GET /pairs/:id', {
  summary: 'Read one metric pair',
  tag,
  access: read,
  params: PairParams,
  success: { status: 200, body: Pair },
  example: { params, response: examplePair },
});
export const editPair = route('PATCH /pairs/:id', {
  summary: 'Change fields of a metric pair',
  tag,
  access: change,
  ifMatch: true,
  params: PairParams,
  body: PairChanges,
  success: { status: 200, body: Pair },
  example: {
    params,
    body: { auditEveryDays: 14 },
    response: { ...examplePair, auditEveryDays: 14, version: 3 },
  },
});
export const activatePair = route('POST /pairs/:id/activate', {
  summary: 'Begin to watch a pair; both metrics must be active',
  tag,
  access: change,
  params: PairParams,
  success: { status: 200, body: Pair },
  example: { params, response: examplePair },
});
export const archivePair = route('POST /pairs/:id/archive', {
  summary: 'Stop watching a pair and put it away',
  tag,
  access: change,
  params: PairParams,
  success: { status: 200, body: Pair },
  example: { params, response: { ...examplePair, archivedAt: '2026-11-20T08:00:00.000Z', version: 3 } },
});
export const restorePair = route('POST /pairs/:id/restore', {
  summary: 'Take an archived pair back; it goes on in the state it had',
  tag,
  access: change,
  params: PairParams,
  success: { status: 200, body: Pair },
  example: { params, response: { ...examplePair, version: 4 } },
});
export const getPairSeries = route('GET /pairs/:id/series', {
  summary: 'Read both halves of a pair as columns, ready to draw',
  description: 'At most 50,000 points a half; ask for `every=day` or a shorter time beyond that.',
  tag,
  access: { role: 'viewer', scope: 'observations:read' },
  params: PairParams,
  query: PairSeriesQuery,
  success: { status: 200, body: PairSeries },
  example: {
    params,
    query: { from: '2026-11-01T00:00:00Z', every: 'day' },
    response: {
      axis: 'time',
      every: 'day',
      proxy: { x: [1793491200000, 1793577600000], value: [0.61, 0.64], n: [1200, 1180] },
      intent: { x: [1793491200000], value: [0.48], n: [200] },
    },
  },
});

export const pairRoutes = [
  listPairs,
  createPair,
  getPair,
  editPair,
  activatePair,
  archivePair,
  restorePair,
  getPairSeries,
] as const;

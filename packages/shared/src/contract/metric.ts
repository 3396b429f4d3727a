import { z } from 'zod';
import { alignmentDimension } from '../taxonomy/values/classification.js';
import {
  basis,
  granularity,
  metricDirection,
  metricKind,
  metricRole,
  metricScale,
} from '../taxonomy/values/system.js';
import { valuesOf } from '../taxonomy/values.js';
import { Day, Flag, Id, Instant, optionalText, pageOf, PageQuery, text } from './primitives.js';
import { route } from './route.js';

export const MetricRole = z.enum(valuesOf(metricRole));
export type MetricRole = z.infer<typeof MetricRole>;
export const MetricKind = z.enum(valuesOf(metricKind));
export type MetricKind = z.infer<typeof MetricKind>;
export const MetricDirection = z.enum(valuesOf(metricDirection));
export type MetricDirection = z.infer<typeof MetricDirection>;
export const MetricScale = z.enum(valuesOf(metricScale));
export type MetricScale = z.infer<typeof MetricScale>;
export const AlignmentDimension = z.enum(valuesOf(alignmentDimension));
export type AlignmentDimension = z.infer<typeof AlignmentDimension>;
export const Granularity = z.enum(valuesOf(granularity));
export type Granularity = z.infer<typeof Granularity>;
export const Basis = z.enum(valuesOf(basis));
export type Basis = z.infer<typeof Basis>;
export const MetricState = z.enum(['draft', 'active', 'retired']);
export type MetricState = z.infer<typeof MetricState>;

/** Machine name of a metric, as senders write it: `watch_time.p50`. */
export const MetricKey = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/,
    'Use 1 to 64 lower-case letters, digits, dots, hyphens and underscores',
  )
  .refine((key) => !z.uuid().safeParse(key).success, 'Choose a key that does not look like an id');

const fields = {
  key: MetricKey,
  name: text(120),
  description: optionalText(4000),
  objectiveId: Id.nullable().meta({
    description: 'The objective it stands for; a proxy cannot be active without',
  }),
  role: MetricRole,
  kind: MetricKind,
  unit: optionalText(40),
  direction: MetricDirection,
  bandLow: z.number().nullable().meta({ description: 'Lower end of the target band' }),
  bandHigh: z.number().nullable().meta({ description: 'Upper end of the target band' }),
  scale: MetricScale.meta({ description: 'proportion = a share from 0 to 1' }),
  dimension: AlignmentDimension.nullable(),
  granularity: Granularity,
  basis: Basis,
  heldOut: z.boolean().meta({
    description:
      'Kept from whoever optimises: written by keys, read by people and by keys with observations:read-held-out',
  }),
  introducedOn: Day.nullable(),
  reviewByOn: Day.nullable(),
  retiredOn: Day.nullable(),
};

/** Something measured about a system, and what it is for. */
export const Metric = z
  .object({
    id: Id,
    systemId: Id,
    systemKey: z.string(),
    ...fields,
    key: z.string(),
    state: MetricState,
    unmeasured: z.boolean().meta({ description: 'A proxy without an intent measure beside it' }),
    lastAt: Instant.nullable().meta({ description: 'Time of its newest value' }),
    version: z.number().int(),
    activatedAt: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    archivedAt: Instant.nullable(),
  })
  .meta({ id: 'Metric' });
export type Metric = z.infer<typeof Metric>;

export const NewMetric = z
  .object({
    system: z.string().max(48).meta({ description: 'Id or key of the system it belongs to' }),
    ...fields,
    description: fields.description.default(''),
    objectiveId: Id.nullable().default(null),
    kind: MetricKind.default('automatic_score'),
    unit: fields.unit.default(''),
    direction: MetricDirection.default('higher_better'),
    bandLow: fields.bandLow.default(null),
    bandHigh: fields.bandHigh.default(null),
    scale: MetricScale.default('score'),
    dimension: AlignmentDimension.nullable().default(null),
    granularity: Granularity.default('response'),
    basis: Basis.default('outcome'),
    heldOut: z.boolean().default(false),
    introducedOn: fields.introducedOn.default(null),
    reviewByOn: fields.reviewByOn.default(null),
    retiredOn: fields.retiredOn.default(null),
  })
  .meta({ id: 'NewMetric' });
export type NewMetric = z.infer<typeof NewMetric>;

export const MetricChanges = z.object(fields).partial().meta({ id: 'MetricChanges' });
export type MetricChanges = z.infer<typeof MetricChanges>;

/** A metric by its id or by its key. */
export const MetricParams = z.object({
  metric: z.union([Id, MetricKey]).meta({ description: 'Id or key', example: 'watch_time' }),
});

export const MetricQuery = PageQuery.extend({
  system: z.string().max(48).optional().meta({ description: 'Id or key of a system' }),
  objective: Id.optional(),
  role: MetricRole.optional(),
  archived: Flag.optional().meta({ description: 'true lists only archived metrics' }),
});
export type MetricQuery = z.output<typeof MetricQuery>;

const example = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a30',
  systemId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10',
  systemKey: 'feed-ranker',
  key: 'watch_time',
  name: 'Predicted watch time',
  description: '',
  objectiveId: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a20',
  role: 'proxy',
  kind: 'reward',
  unit: 'minutes',
  direction: 'higher_better',
  bandLow: null,
  bandHigh: null,
  scale: 'unbounded',
  dimension: 'helpfulness',
  granularity: 'response',
  basis: 'outcome',
  heldOut: false,
  introducedOn: '2026-03-02',
  reviewByOn: '2027-03-02',
  retiredOn: null,
  state: 'active',
  unmeasured: false,
  lastAt: '2026-11-19T00:00:00.000Z',
  version: 2,
  activatedAt: '2026-03-02T09:05:00.000Z',
  createdAt: '2026-03-02T09:00:00.000Z',
  updatedAt: '2026-03-02T09:05:00.000Z',
  archivedAt: null,
};
const tag = 'Metrics';
const read = { role: 'viewer', scope: 'workspace:read' } as const;
const change = { role: 'triager', scope: 'workspace:write' } as const;
const params = { metric: 'watch_time' };

export const listMetrics = route('GET /metrics', {
  summary: 'List metrics by name',
  tag,
  access: read,
  query: MetricQuery,
  success: { status: 200, body: pageOf(Metric).meta({ id: 'MetricPage' }) },
  example: { query: { system: 'feed-ranker' }, response: { items: [example], next: null } },
});
export const createMetric = route('POST /metrics', {
  summary: 'Define a metric, as a draft',
  tag,
  access: { role: 'reporter', scope: 'workspace:write' },
  idempotent: true,
  body: NewMetric,
  success: { status: 201, body: Metric },
  example: {
    body: {
      system: 'feed-ranker',
      key: 'watch_time',
      name: 'Predicted watch time',
      role: 'proxy',
      kind: 'reward',
    },
    response: { ...example, state: 'draft', activatedAt: null, version: 1 },
  },
});
export const getMetric = route('GET /metrics/:metric', {
  summary: 'Read one metric',
  tag,
  access: read,
  params: MetricParams,
  success: { status: 200, body: Metric },
  example: { params, response: example },
});
export const editMetric = route('PATCH /metrics/:metric', {
  summary: 'Change fields of a metric',
  tag,
  access: change,
  ifMatch: true,
  params: MetricParams,
  body: MetricChanges,
  success: { status: 200, body: Metric },
  example: { params, body: { unit: 'seconds' }, response: { ...example, unit: 'seconds', version: 3 } },
});
export const activateMetric = route('POST /metrics/:metric/activate', {
  summary: 'Put a metric to use; a proxy needs an objective with a stated intent',
  tag,
  access: change,
  params: MetricParams,
  success: { status: 200, body: Metric },
  example: { params, response: example },
});
export const archiveMetric = route('POST /metrics/:metric/archive', {
  summary: 'Put a metric away that no pair uses; its values stay',
  tag,
  access: change,
  params: MetricParams,
  success: { status: 200, body: Metric },
  example: { params, response: { ...example, archivedAt: '2026-11-20T08:00:00.000Z', version: 3 } },
});
export const restoreMetric = route('POST /metrics/:metric/restore', {
  summary: 'Take an archived metric back into use',
  tag,
  access: change,
  params: MetricParams,
  success: { status: 200, body: Metric },
  example: { params, response: { ...example, version: 4 } },
});

export const metricRoutes = [
  listMetrics,
  createMetric,
  getMetric,
  editMetric,
  activateMetric,
  archiveMetric,
  restoreMetric,
] as const;

import { z } from 'zod';
import { mechanism } from '../taxonomy/values/classification.js';
import { signalState, toolKind } from '../taxonomy/values/tool.js';
import { valuesOf } from '../taxonomy/values.js';
import { IncidentKey } from './incident-record.js';
import { Id, Instant, optionalText, PageQuery, Slug, text, WebAddress } from './primitives.js';

/** The most alerts of one request. */
export const mostSignals = 500;

const Labels = z
  .record(z.string().min(1).max(120), z.string().max(2000))
  .refine((labels) => Object.keys(labels).length <= 100, 'Send at most 100 labels');

/** One alert, in our own words. */
export const NewSignal = z
  .strictObject({
    title: text(300),
    dedupKey: text(300).optional().meta({
      description:
        'What fires: the same key is the same life. Without one: title, system, metric, environment',
    }),
    action: z.enum(['trigger', 'resolve']).default('trigger'),
    source: Slug.default('api').meta({ description: 'The source it belongs to, by its slug' }),
    description: optionalText(20_000).default(''),
    severity: optionalText(60).default('').meta({ description: 'In the words of the sender' }),
    environment: optionalText(60).default(''),
    system: text(64).nullable().default(null).meta({ description: 'Key or id of a system' }),
    metric: text(64).nullable().default(null).meta({ description: 'Key or id of a metric' }),
    mechanism: z.enum(valuesOf(mechanism)).nullable().default(null),
    labels: Labels.default({}),
    link: z.union([z.literal(''), WebAddress]).default(''),
    occurredAt: Instant.optional().meta({ description: 'Now, unless said' }),
    incident: IncidentKey.nullable()
      .default(null)
      .meta({ description: 'The incident it came from: what Plumbline sent out and now comes back' }),
  })
  .meta({ id: 'NewSignal' });
export type NewSignal = z.output<typeof NewSignal>;

export const NewSignals = z
  .strictObject({
    signals: z
      .array(z.unknown())
      .min(1, 'Send at least one alert')
      .max(mostSignals, `Send at most ${mostSignals} alerts at once`)
      .meta({ description: 'Alerts as `POST /signals` takes them, checked one by one' }),
    backfill: z.boolean().default(false).meta({ description: 'Old news: nobody is notified' }),
  })
  .meta({ id: 'NewSignals' });
export type NewSignals = z.output<typeof NewSignals>;

/** What became of an alert. */
export const SignalTaken = z
  .object({
    signalId: Id.nullable().meta({ description: 'Null where nothing is stored' }),
    incidentKey: z.string().nullable(),
    dedupKey: z.string(),
    status: z.enum(['created', 'deduplicated', 'resolved', 'ignored']),
    episode: z.number().int().nullable(),
    because: z.string().meta({ description: 'Why it belongs to that incident, or why it was ignored' }),
  })
  .meta({ id: 'SignalTaken' });
export type SignalTaken = z.infer<typeof SignalTaken>;

export const SignalsTaken = z
  .object({
    items: z.array(SignalTaken.extend({ index: z.number().int() })),
    refused: z.array(z.object({ index: z.number().int(), message: z.string() })),
  })
  .meta({ id: 'SignalsTaken' });
export type SignalsTaken = z.infer<typeof SignalsTaken>;

/** An alert as lists show it: one episode. */
export const Signal = z
  .object({
    id: Id,
    source: z.object({ id: Id, name: z.string(), kind: z.enum(valuesOf(toolKind)) }),
    dedupKey: z.string(),
    episode: z.number().int(),
    recurrenceOf: Id.nullable(),
    state: z.enum(valuesOf(signalState)),
    title: z.string(),
    description: z.string(),
    severity: z.string(),
    environment: z.string(),
    link: z.string(),
    labels: z.record(z.string(), z.string()),
    system: z.object({ id: Id, name: z.string() }).nullable(),
    metric: z.object({ id: Id, name: z.string() }).nullable(),
    fingerprint: z.string().meta({ description: 'What it is grouped by' }),
    startedAt: Instant,
    resolvedAt: Instant.nullable(),
    firstSeenAt: Instant,
    lastSeenAt: Instant,
    clamped: z.boolean().meta({ description: 'Its claimed time lay far ahead and was held to its arrival' }),
    count: z.number().int().meta({ description: 'How often it was told' }),
    incident: z.object({ key: z.string(), title: z.string() }).nullable(),
    because: z.string().meta({ description: 'Why it belongs to that incident' }),
  })
  .meta({ id: 'Signal' });
export type Signal = z.infer<typeof Signal>;

/** An alert with what the tool sent, as it came. */
export const SignalDetail = Signal.extend({
  raw: z
    .object({
      deliveryId: Id,
      receivedAt: Instant,
      contentType: z.string(),
      text: z.string().nullable().meta({ description: 'Null where it is not text, or was removed' }),
    })
    .nullable()
    .meta({ description: 'The newest delivery that told of it; null when it is no longer kept' }),
}).meta({ id: 'SignalDetail' });
export type SignalDetail = z.infer<typeof SignalDetail>;

export const SignalQuery = z.object({
  ...PageQuery.shape,
  state: z.enum(valuesOf(signalState)).optional(),
  source: Id.optional(),
  incident: IncidentKey.optional(),
});
export type SignalQuery = z.infer<typeof SignalQuery>;

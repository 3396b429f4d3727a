import { z } from 'zod';
import { environment } from '../taxonomy/values/incident.js';
import { deliveryOutcome, toolKind } from '../taxonomy/values/tool.js';
import { valuesOf } from '../taxonomy/values.js';
import { Id, Instant, Slug, text } from './primitives.js';

const labelName = z.string().trim().min(1).max(120);

/** Where a part of a point comes from: one label of the series, or the same word for all. */
const Part = z.union([
  z.strictObject({ label: labelName }),
  z.strictObject({ word: z.string().trim().max(200) }),
]);

/** Which series of a tool become which metric of ours. The first rule that fits decides. */
export const SeriesRule = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .meta({ description: 'Name of the series; `*` stands for anything' }),
    labels: z
      .record(labelName, z.string().max(200))
      .default({})
      .meta({ description: 'Labels that must be so' }),
    metric: z
      .string()
      .trim()
      .min(1)
      .max(64)
      .meta({ description: 'Key of the metric; `$name` stands for the name' }),
    environment: Part.nullable().default(null),
    segment: Part.nullable().default(null),
    version: Part.nullable().default(null),
    run: Part.nullable().default(null),
    counter: z
      .boolean()
      .default(false)
      .meta({ description: 'It only grows: take the difference, resets included' }),
    secondsAsSteps: z
      .boolean()
      .default(false)
      .meta({ description: 'Values of a run stand at the seconds since it began, as its steps' }),
    everySeconds: z
      .number()
      .int()
      .min(1)
      .max(86_400)
      .default(60)
      .meta({ description: 'At most one value of each series in so many seconds: the last one' }),
  })
  .meta({ id: 'SeriesRule' });
export type SeriesRule = z.output<typeof SeriesRule>;

export const SeriesRules = z
  .strictObject({ series: z.array(SeriesRule).max(100) })
  .meta({ id: 'SeriesRules' });
export type SeriesRules = z.output<typeof SeriesRules>;

const Pointer = z
  .string()
  .max(300)
  .regex(/^(\/([^~]|~[01])*)?$/, 'Write a JSON pointer such as /alert/title, or nothing');

/** Where the parts of an alert stand in a JSON body that is not ours, as JSON pointers (RFC 6901). */
export const WebhookMapping = z
  .strictObject({
    items: Pointer.default('').meta({
      description: 'A list of alerts in the body; nothing where the body is one',
    }),
    title: Pointer.default('/title'),
    dedupKey: Pointer.default('/id'),
    status: Pointer.default('/status'),
    resolved: z
      .array(z.string().trim().min(1).max(60))
      .max(20)
      .default(['resolved', 'ok', 'recovered', 'closed'])
      .meta({ description: 'Values of the status that end the alert' }),
    description: Pointer.default('/description'),
    severity: Pointer.default('/severity'),
    environment: Pointer.default(''),
    system: Pointer.default(''),
    metric: Pointer.default(''),
    link: Pointer.default('/url'),
    occurredAt: Pointer.default('').meta({ description: 'ISO 8601, or seconds or milliseconds since 1970' }),
  })
  .meta({ id: 'WebhookMapping' });
export type WebhookMapping = z.output<typeof WebhookMapping>;

export const SourceSettings = z
  .strictObject({
    series: z.array(SeriesRule).max(100).default([]),
    webhook: WebhookMapping.nullable().default(null),
    events: z
      .array(z.string().trim().min(1).max(200))
      .max(50)
      .default([])
      .meta({ description: 'OpenTelemetry logs with these event names become alerts' }),
  })
  .meta({ id: 'SourceSettings' });
export type SourceSettings = z.output<typeof SourceSettings>;

const fields = {
  name: text(80),
  systemId: Id.nullable(),
  teamId: Id.nullable(),
  environment: z.union([z.literal(''), z.enum(valuesOf(environment))]),
  grouping: text(400),
  settings: SourceSettings,
  quietAfterHours: z.number().int().min(1).max(8760).nullable(),
};

/** A key of a tool that is in force. */
const LiveKey = z.object({
  id: Id,
  prefix: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
});

/** A tool that pushes to us. */
export const Source = z
  .object({
    id: Id,
    slug: Slug,
    name: z.string(),
    kind: z.enum(valuesOf(toolKind)),
    system: z.object({ id: Id, name: z.string() }).nullable(),
    team: z
      .object({ id: Id, name: z.string() })
      .nullable()
      .meta({ description: 'Incidents that its alerts open belong to this team' }),
    environment: z.string(),
    grouping: z.string().meta({ description: 'How alerts are grouped into incidents' }),
    settings: SourceSettings,
    quietAfterHours: z.number().int().nullable(),
    lastDeliveryAt: Instant.nullable(),
    quiet: z.boolean().meta({ description: 'Nothing came for longer than `quietAfterHours`' }),
    deliveriesToday: z.number().int().meta({ description: 'In the last 24 hours, up to 1,000' }),
    problemsToday: z.number().int(),
    keys: z.array(LiveKey).meta({ description: 'Keys of the tool that are in force, oldest first' }),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
    archivedAt: Instant.nullable(),
  })
  .meta({ id: 'Source' });
export type Source = z.infer<typeof Source>;

export const NewSource = z
  .strictObject({
    kind: z.enum(valuesOf(toolKind)),
    name: fields.name,
    slug: Slug.optional().meta({ description: 'Made from the name unless said' }),
    systemId: fields.systemId.default(null),
    teamId: fields.teamId.default(null),
    environment: fields.environment.default(''),
    grouping: fields.grouping.default('{{default}}'),
    settings: SourceSettings.prefault({}),
    quietAfterHours: fields.quietAfterHours.default(null),
  })
  .meta({ id: 'NewSource' });
export type NewSource = z.output<typeof NewSource>;

export const SourceChanges = z
  .strictObject(fields)
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'Name at least one field to change')
  .meta({ id: 'SourceChanges' });
export type SourceChanges = z.output<typeof SourceChanges>;

/** A source with a key for its tool: shown once. */
export const SourceWithKey = z.object({ source: Source, apiKey: z.string() }).meta({ id: 'SourceWithKey' });
export type SourceWithKey = z.infer<typeof SourceWithKey>;

/** A series that a tool has offered, and what becomes of it. */
export const OfferedSeriesSeen = z
  .object({
    name: z.string(),
    labels: z.record(z.string(), z.string()),
    metric: z
      .string()
      .nullable()
      .meta({ description: 'Key of the metric it becomes; null where it is left' }),
    reason: z.string().meta({ description: 'Why it is left' }),
    seenAt: Instant.meta({ description: 'To the minute' }),
  })
  .meta({ id: 'OfferedSeries' });
export type OfferedSeriesSeen = z.infer<typeof OfferedSeriesSeen>;

/** One thing that a delivery was understood as. */
export const Understood = z
  .object({
    title: z.string(),
    became: z.string().meta({ description: 'What became of it, in words' }),
    incidentKey: z.string().nullable(),
  })
  .meta({ id: 'Understood' });
export type Understood = z.infer<typeof Understood>;

export const Translation = z
  .object({
    signals: z.number().int(),
    points: z.number().int(),
    items: z.array(Understood).meta({ description: 'The first twenty' }),
  })
  .meta({ id: 'Translation' });
export type Translation = z.infer<typeof Translation>;

/** A body to be tried out, with other settings than those in force where they are given. */
export const PastedBody = z
  .strictObject({
    text: z.string().min(1, 'Paste what the tool sends').max(200_000),
    settings: SourceSettings.optional(),
  })
  .meta({ id: 'PastedBody' });
export type PastedBody = z.output<typeof PastedBody>;

/** What a body would become, and what is wrong with it. */
export const BodyReading = z
  .object({ translation: Translation, problem: z.string() })
  .meta({ id: 'BodyReading' });
export type BodyReading = z.infer<typeof BodyReading>;

/** One request of a tool, what it was understood as and how it was answered. */
export const Delivery = z
  .object({
    id: Id,
    receivedAt: Instant,
    door: z.string(),
    outcome: z.enum(valuesOf(deliveryOutcome)),
    httpStatus: z.number().int(),
    contentType: z.string(),
    size: z.number().int(),
    hash: z.string().meta({ description: 'SHA-256 of the body as sent' }),
    translation: Translation,
    problem: z.string(),
    callerName: z.string(),
    requestId: z.string(),
    replayOf: Id.nullable(),
    kept: z.boolean().meta({ description: 'Whether the body is still there' }),
  })
  .meta({ id: 'Delivery' });
export type Delivery = z.infer<typeof Delivery>;

export const DeliveryDetail = Delivery.extend({
  text: z
    .string()
    .nullable()
    .meta({ description: 'The body unpacked; null where it is not text, or was removed' }),
}).meta({ id: 'DeliveryDetail' });
export type DeliveryDetail = z.infer<typeof DeliveryDetail>;

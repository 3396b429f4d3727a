import { z } from 'zod';
import { severity } from '../taxonomy/values/incident.js';
import { tellingState, webhookEvent, webhookKind } from '../taxonomy/values/webhook.js';
import { valuesOf } from '../taxonomy/values.js';
import { Id, Instant, text, WebAddress } from './primitives.js';

const wanted = {
  events: z
    .array(z.enum(valuesOf(webhookEvent)))
    .max(20)
    .meta({ description: 'None named: all of them' }),
  severities: z.array(z.enum(valuesOf(severity))).max(4),
  systemIds: z.array(Id).max(100).meta({ description: 'Incidents of these systems; none named: of all' }),
  teamIds: z.array(Id).max(100).meta({ description: 'Incidents of these teams; none named: of all' }),
};

/** Somebody who is told of what happens to the incidents that the whole workspace may see. */
export const Webhook = z
  .object({
    id: Id,
    name: z.string(),
    kind: z.enum(valuesOf(webhookKind)),
    url: z.string(),
    ...wanted,
    enabled: z.boolean(),
    disabledBecause: z.string().meta({ description: 'Why it was turned off by itself' }),
    secrets: z
      .number()
      .int()
      .meta({ description: 'How many secrets are in force: one, or two in a rotation' }),
    waiting: z.number().int().meta({ description: 'What is still to be told, up to 1,000' }),
    dead: z.number().int().meta({ description: 'What was given up, up to 1,000' }),
    lastDeliveredAt: Instant.nullable(),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Webhook' });
export type Webhook = z.infer<typeof Webhook>;

const RoutingKey = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9]{20,64}$/, 'Copy the integration key of the service');

export const NewWebhook = z
  .strictObject({
    name: text(80),
    kind: z.enum(valuesOf(webhookKind)).default('standard'),
    url: WebAddress,
    events: wanted.events.default([]),
    severities: wanted.severities.default([]),
    systemIds: wanted.systemIds.default([]),
    teamIds: wanted.teamIds.default([]),
    routingKey: RoutingKey.optional().meta({
      description: 'For PagerDuty: the integration key of the service',
    }),
  })
  .refine(({ kind, routingKey }) => kind !== 'pagerduty' || routingKey !== undefined, {
    path: ['routingKey'],
    message: 'PagerDuty needs the integration key of a service',
  })
  .meta({ id: 'NewWebhook' });
export type NewWebhook = z.output<typeof NewWebhook>;

export const WebhookChanges = z
  .strictObject({ name: text(80), url: WebAddress, ...wanted, enabled: z.boolean() })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'Name at least one field to change')
  .meta({ id: 'WebhookChanges' });
export type WebhookChanges = z.output<typeof WebhookChanges>;

/** A webhook with the secret it signs with: shown once. */
export const WebhookWithSecret = z
  .object({
    webhook: Webhook,
    secret: z.string().nullable().meta({ description: '`whsec_...`; null where the receiver checks none' }),
  })
  .meta({ id: 'WebhookWithSecret' });
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>;

/** One telling, and how it went. */
export const Telling = z
  .object({
    id: Id.meta({ description: 'Also its `webhook-id`: the same at every try' }),
    event: z.string(),
    incident: z.string().nullable(),
    state: z.enum(valuesOf(tellingState)),
    attempts: z.number().int(),
    nextAt: Instant.nullable(),
    lastAt: Instant.nullable(),
    lastStatus: z.number().int().nullable(),
    problem: z.string(),
    createdAt: Instant,
  })
  .meta({ id: 'Telling' });
export type Telling = z.infer<typeof Telling>;

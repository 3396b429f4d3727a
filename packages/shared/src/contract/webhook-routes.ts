import { z } from 'zod';
import { Id, PageQuery, pageOf } from './primitives.js';
import { route } from './route.js';
import { NewWebhook, Telling, Webhook, WebhookChanges, WebhookWithSecret } from './webhook.js';

const tag = 'Webhooks';
/** They carry what happens here out of the house. */
const access = { role: 'admin', scope: 'webhooks:manage' } as const;
const params = z.object({ id: Id });

const example: z.input<typeof Webhook> = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8f11',
  name: 'Ticket desk',
  kind: 'standard',
  url: 'https://tickets.example.com/plumbline',
  events: ['incident.logged', 'incident.resolved'],
  severities: ['sev1', 'sev2'],
  systemIds: [],
  teamIds: [],
  enabled: true,
  disabledBecause: '',
  secrets: 1,
  waiting: 0,
  dead: 0,
  lastDeliveredAt: null,
  version: 1,
  createdAt: '2026-11-19T14:20:00.000Z',
  updatedAt: '2026-11-19T14:20:00.000Z',
};
const telling: z.input<typeof Telling> = {
  id: '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8f21',
  event: 'incident.logged',
  incident: 'INC-158',
  state: 'delivered',
  attempts: 1,
  nextAt: null,
  lastAt: '2026-11-19T14:24:01.000Z',
  lastStatus: 204,
  problem: '',
  createdAt: '2026-11-19T14:24:00.000Z',
};
const secret = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const at = { id: example.id };

export const listWebhooks = route('GET /webhooks', {
  summary: 'List who is told of what happens here',
  tag,
  access,
  success: { status: 200, body: pageOf(Webhook).meta({ id: 'WebhookPage' }) },
  example: { response: { items: [example], next: null } },
});
export const addWebhook = route('POST /webhooks', {
  summary: 'Have somebody told; the answer shows the secret once',
  description:
    'Requests are signed as Standard Webhooks says (`webhook-id`, `webhook-timestamp`, `webhook-signature`). ' +
    'The body names the incident and its version; what it says is read with a key. Incidents that not everybody ' +
    'in the workspace may see are never sent.',
  tag,
  access,
  body: NewWebhook,
  success: { status: 201, body: WebhookWithSecret },
  example: {
    body: {
      name: example.name,
      url: example.url,
      events: example.events,
      severities: example.severities,
    },
    response: { webhook: example, secret },
  },
});
export const getWebhook = route('GET /webhooks/:id', {
  summary: 'Read a webhook',
  tag,
  access,
  params,
  success: { status: 200, body: Webhook },
  example: { params: at, response: example },
});
export const editWebhook = route('PATCH /webhooks/:id', {
  summary: 'Edit a webhook, turn it off or on',
  tag,
  access,
  params,
  body: WebhookChanges,
  success: { status: 200, body: Webhook },
  ifMatch: true,
  example: { params: at, body: { enabled: false }, response: { ...example, enabled: false, version: 2 } },
});
export const removeWebhook = route('DELETE /webhooks/:id', {
  summary: 'Remove a webhook and the list of what it was told',
  tag,
  access,
  params,
  success: { status: 204, body: null },
  example: { params: at, response: null },
});
export const rotateWebhook = route('POST /webhooks/:id/rotate', {
  summary: 'Make another secret; the one before still signs beside it',
  description:
    'Two secrets sign every request until the next rotation, so that the receiver can change in between.',
  tag,
  access,
  params,
  success: { status: 200, body: WebhookWithSecret },
  example: { params: at, response: { webhook: { ...example, secrets: 2, version: 2 }, secret } },
});
export const testWebhook = route('POST /webhooks/:id/test', {
  summary: 'Send a test',
  tag,
  access,
  params,
  success: { status: 202, body: Telling },
  example: {
    params: at,
    response: {
      ...telling,
      event: 'test',
      incident: null,
      state: 'waiting',
      attempts: 0,
      lastAt: null,
      lastStatus: null,
      nextAt: telling.createdAt,
    },
  },
});
export const listTellings = route('GET /webhooks/:id/deliveries', {
  summary: 'List what a webhook was told, newest first',
  tag,
  access,
  params,
  query: PageQuery,
  success: { status: 200, body: pageOf(Telling).meta({ id: 'TellingPage' }) },
  example: { params: at, query: { limit: 50 }, response: { items: [telling], next: null } },
});
export const replayTelling = route('POST /webhooks/:id/deliveries/:delivery/replay', {
  summary: 'Send once more, under the same `webhook-id`',
  tag,
  access,
  params: z.object({ id: Id, delivery: Id }),
  success: { status: 202, body: Telling },
  example: {
    params: { ...at, delivery: telling.id },
    response: { ...telling, state: 'waiting', attempts: 0, nextAt: telling.createdAt },
  },
});

export const webhookRoutes = [
  listWebhooks,
  addWebhook,
  getWebhook,
  editWebhook,
  removeWebhook,
  rotateWebhook,
  testWebhook,
  listTellings,
  replayTelling,
] as const;

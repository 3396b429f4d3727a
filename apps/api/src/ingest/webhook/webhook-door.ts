import { WebhookMapping } from '@plumbline/shared/contract/source';
import { readJson } from '../../platform/http/json-body.js';
import { megabyte, type Door } from '../door.js';
import { translateWebhook } from './translate-webhook.js';

/** Any JSON, read by the pointers of its source. */
export const webhookDoor: Door = {
  name: 'webhook',
  scope: 'signals:write',
  most: 4 * megabyte,
  translate: ({ body }, { settings }) =>
    translateWebhook(readJson(body), settings.webhook ?? WebhookMapping.parse({})),
};

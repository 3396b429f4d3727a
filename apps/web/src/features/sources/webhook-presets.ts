import type { WebhookMapping } from './sources-queries.js';

/** Where the parts of an alert stand, unless somebody says otherwise; the same as the server assumes. */
export const plain: WebhookMapping = {
  items: '',
  title: '/title',
  dedupKey: '/id',
  status: '/status',
  resolved: ['resolved', 'ok', 'recovered', 'closed'],
  description: '/description',
  severity: '/severity',
  environment: '',
  system: '',
  metric: '',
  link: '/url',
  occurredAt: '',
};

/** Bodies that are known. Datadog's is what its webhook sends with the variables named after themselves. */
export const presets: Readonly<Record<string, { label: string; mapping: WebhookMapping }>> = {
  plain: { label: 'Plain names', mapping: plain },
  datadog: {
    label: 'Datadog monitor',
    mapping: {
      ...plain,
      dedupKey: '/alert_id',
      status: '/alert_transition',
      resolved: ['Recovered'],
      description: '/body',
      severity: '/priority',
      link: '/link',
      occurredAt: '/date',
    },
  },
  wandb: {
    label: 'Weights & Biases automation',
    mapping: {
      ...plain,
      title: '/alert/title',
      dedupKey: '/run/id',
      status: '/alert/state',
      description: '/alert/text',
      severity: '/alert/level',
      link: '/run/url',
    },
  },
};

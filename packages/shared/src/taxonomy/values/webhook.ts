/** Who is told of what happens here: value -> our short label. */
export const webhookKind = {
  standard: 'Signed webhook',
  slack: 'Slack channel',
  pagerduty: 'PagerDuty',
} as const;
export type WebhookKind = keyof typeof webhookKind;

/** What can be told of. Values are the types of events on the wire. */
export const webhookEvent = {
  'incident.logged': 'An incident is logged',
  'incident.triaged': 'It is accepted, declined, snoozed or taken back',
  'incident.escalated': 'It is raised',
  'incident.moved': 'It moves on, or is reopened',
  'incident.resolved': 'It is resolved or closed',
  'incident.alerts_joined': 'An alert or a divergence joins it',
  'incident.commented': 'Somebody comments',
  'incident.edited': 'Anything else of it changes',
} as const;
export type WebhookEvent = keyof typeof webhookEvent;

export const tellingState = { waiting: 'Waiting', delivered: 'Delivered', dead: 'Given up' } as const;
export type TellingState = keyof typeof tellingState;

import type { ToolKind } from '@plumbline/shared/taxonomy/values/tool';
import { alertmanagerDoor } from './alertmanager/alertmanager-door.js';
import { cloudEventsDoor } from './cloudevents/cloudevents-door.js';
import type { Door } from './door.js';
import { otlpLogsDoor, otlpMetricsDoor } from './otlp/otlp-doors.js';
import { pagerdutyDoor } from './pagerduty/pagerduty-door.js';
import { promptfooDoor } from './promptfoo/promptfoo-door.js';
import { remoteWriteDoor } from './prometheus/remote-write-door.js';
import { resultsDoor } from './results/results-door.js';
import { webhookDoor } from './webhook/webhook-door.js';

/** Every door that deliveries can be taken in through once more. */
export const doors: readonly Door[] = [
  alertmanagerDoor,
  remoteWriteDoor,
  otlpMetricsDoor,
  otlpLogsDoor,
  webhookDoor,
  promptfooDoor,
  cloudEventsDoor,
  pagerdutyDoor,
  resultsDoor,
];

/** The door that the tool of a kind uses first. */
export const usualDoor: Partial<Record<ToolKind, Door>> = {
  alertmanager: alertmanagerDoor,
  grafana: alertmanagerDoor,
  prometheus: remoteWriteDoor,
  otlp: otlpMetricsDoor,
  webhook: webhookDoor,
  promptfoo: promptfooDoor,
  cloudevents: cloudEventsDoor,
  pagerduty: pagerdutyDoor,
};

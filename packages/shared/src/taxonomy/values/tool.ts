/** What pushes to us: value -> our short label. */

export const toolKind = {
  alertmanager: 'Prometheus Alertmanager',
  grafana: 'Grafana alerts',
  prometheus: 'Prometheus metrics',
  otlp: 'OpenTelemetry',
  webhook: 'Any JSON webhook',
  cloudevents: 'CloudEvents',
  pagerduty: 'PagerDuty events',
  promptfoo: 'Evaluation results',
  api: 'Own script',
} as const;
export type ToolKind = keyof typeof toolKind;

export const signalState = { open: 'Firing', resolved: 'Ended' } as const;
export type SignalState = keyof typeof signalState;

export const deliveryOutcome = {
  taken: 'Taken',
  partly: 'Taken in part',
  refused: 'Refused',
  test: 'Test',
} as const;
export type DeliveryOutcome = keyof typeof deliveryOutcome;

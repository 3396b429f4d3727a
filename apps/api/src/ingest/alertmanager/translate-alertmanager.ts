import { Problem } from '../../platform/problem/problem.js';
import { signalEvent, type SignalEvent } from '../../signals/signal-event.js';
import type { Translated } from '../translated.js';
import {
  environmentFrom,
  incidentKeyFrom,
  instantFrom,
  keyFrom,
  labelsFrom,
  linkFrom,
  mechanismFrom,
  textFrom,
} from '../vendor-text.js';

/** The most alerts of one group that are read; both senders can be told to send fewer. */
const mostAlerts = 2000;

type Given = Record<string, unknown>;

/**
 * Reads a notification of Alertmanager, or of Grafana, whose body says the same and more. An alert's life is named by
 * its fingerprint; firing it says when it began, resolved when it ended.
 * @throws Problem 400 when there is no list of alerts in it
 */
export function translateAlertmanager(body: unknown): Translated {
  const { alerts, truncatedAlerts } = isObject(body) ? body : {};
  if (!Array.isArray(alerts))
    throw new Problem(
      'request/invalid',
      'This is no notification of Alertmanager or Grafana: it has no "alerts".',
    );
  const left: string[] = [];
  if (typeof truncatedAlerts === 'number' && truncatedAlerts > 0)
    left.push(`The sender left ${truncatedAlerts} alerts out; raise its "max_alerts".`);
  if (alerts.length > mostAlerts)
    left.push(`Only the first ${mostAlerts} of ${alerts.length} alerts were read; group them finer.`);
  const signals = alerts.slice(0, mostAlerts).flatMap((alert, index) => {
    if (isObject(alert)) return [readAlert(alert)];
    left.push(`Alert ${index + 1} is not an object.`);
    return [];
  });
  return { signals, points: [], left };
}

function readAlert(alert: Given): SignalEvent {
  const labels = labelsFrom(alert.labels);
  const annotations = labelsFrom(alert.annotations);
  const resolved = alert.status === 'resolved';
  const { alertname } = labels;
  return signalEvent({
    dedupKey: keyFrom(textFrom(alert.fingerprint, 1000) || allLabels(labels)),
    action: resolved ? 'resolve' : 'trigger',
    title: textFrom(annotations.summary || annotations.title || alertname || 'Alert without a name', 300),
    description: descriptionOf(annotations, alert),
    severity: textFrom(labels.severity ?? labels.priority, 60),
    environment: environmentFrom(labels.environment ?? labels.env),
    link: linkFrom(alert.panelURL) || linkFrom(alert.dashboardURL) || linkFrom(alert.generatorURL),
    labels,
    system: textFrom(labels.ai_system ?? labels.system, 64) || null,
    metric: textFrom(labels.ai_metric ?? labels.metric, 64) || null,
    mechanism: mechanismFrom(labels.mechanism),
    occurredAt: instantFrom(resolved ? alert.endsAt : alert.startsAt),
    incidentKey: incidentKeyFrom(labels.plumbline_incident ?? annotations.plumbline_incident),
  });
}

/** What identifies an alert where the sender computes no fingerprint: all its labels. */
function allLabels(labels: Record<string, string>): string {
  return JSON.stringify(Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function descriptionOf(annotations: Record<string, string>, { valueString }: Given): string {
  const { description, message, runbook_url: runbook } = annotations;
  const parts = [description ?? message, textFrom(valueString, 2000), runbook && `Runbook: ${runbook}`];
  return parts.filter(Boolean).join('\n\n');
}

function isObject(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

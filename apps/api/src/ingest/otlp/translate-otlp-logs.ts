import { signalEvent, type SignalEvent } from '../../signals/signal-event.js';
import type { OfferedSeries } from '../series/offered-series.js';
import { environmentFrom, keyFrom, mechanismFrom, textFrom } from '../vendor-text.js';
import {
  labelsOf,
  millisecondsOf,
  numberOf,
  objectOf,
  objectsOf,
  valueOf,
  type Given,
} from './otlp-values.js';

/** The event by which instrumentations of language models tell a score. */
const evaluation = 'gen_ai.evaluation.result';

/**
 * Reads the logs of an OTLP request in its JSON shape. Results of evaluations are values; events that the source asks
 * for by name are alerts; all the rest of a program's log is none of our business.
 * @param events names of events that are alerts
 */
export function translateOtlpLogs(
  request: unknown,
  events: readonly string[],
): { signals: SignalEvent[]; series: OfferedSeries[] } {
  const signals: SignalEvent[] = [];
  const series: OfferedSeries[] = [];
  for (const { resource, scopeLogs } of objectsOf(objectOf(request).resourceLogs))
    for (const { logRecords } of objectsOf(scopeLogs))
      for (const record of objectsOf(logRecords)) {
        const labels = labelsOf(objectOf(resource).attributes, record.attributes);
        const event = textFrom(record.eventName, 200) || labels['event.name'] || '';
        if (event === evaluation) series.push(...evaluationSeries(record, labels));
        else if (events.includes(event)) signals.push(alertOf(event, record, labels));
      }
  return { signals, series };
}

const timeOf = ({ timeUnixNano, observedTimeUnixNano }: Given): number | null =>
  millisecondsOf(timeUnixNano) ?? millisecondsOf(observedTimeUnixNano);

function evaluationSeries(record: Given, labels: Record<string, string>): OfferedSeries[] {
  const name = labels['gen_ai.evaluation.name'];
  const value = numberOf(labels['gen_ai.evaluation.score.value']);
  const at = timeOf(record);
  if (!name || value === null || at === null) return [];
  // What is said about this one score does not make a series of its own.
  const lasting = Object.entries(labels).filter(
    ([key]) => !key.startsWith('gen_ai.evaluation.') && key !== 'event.name' && key !== 'gen_ai.response.id',
  );
  return [
    {
      name: name.slice(0, 200),
      labels: Object.fromEntries(lasting),
      kind: 'reading',
      points: [{ at, value, n: null }],
    },
  ];
}

function alertOf(event: string, record: Given, labels: Record<string, string>): SignalEvent {
  const said = textFrom(valueOf(record.body), 300);
  const service = labels['service.name'] ?? '';
  return signalEvent({
    dedupKey: keyFrom(labels.dedup_key ?? [event, service].filter(Boolean).join(' / ')),
    action: labels.status === 'resolved' ? 'resolve' : 'trigger',
    title: said || event,
    severity: textFrom(record.severityText, 60),
    environment: environmentFrom(labels['deployment.environment.name'] ?? labels['deployment.environment']),
    labels: { alertname: event, ...labels },
    system: labels.ai_system ?? null,
    metric: labels.ai_metric ?? null,
    mechanism: mechanismFrom(labels.mechanism),
    occurredAt: timeOf(record),
  });
}

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

type Given = Record<string, unknown>;

const mostEvents = 500;
/** An event whose type ends so ends what an event without that ending began. */
const ending = /\.(resolved|recovered|closed|ended|ok)$/i;
const ended: readonly string[] = ['resolved', 'recovered', 'closed', 'ended', 'ok'];

/**
 * Reads CloudEvents in their JSON form, one or a batch. What an event is about (source, type, subject) names the life
 * of its alert, unless its data names one; its data may hold the words of our own format.
 * @throws Problem 400 for what is no event
 */
export function translateCloudEvents(body: unknown): Translated {
  const events = Array.isArray(body) ? body : [body];
  const left: string[] = [];
  if (events.length > mostEvents)
    left.push(`Only the first ${mostEvents} of ${events.length} events were read.`);
  const signals = events.slice(0, mostEvents).flatMap((event, place): SignalEvent[] => {
    if (isEvent(event)) return [readEvent(event)];
    if (!Array.isArray(body))
      throw new Problem(
        'request/invalid',
        'This is no CloudEvent: it needs "specversion", "id", "source", "type".',
      );
    left.push(`Event ${place + 1} is no CloudEvent: it needs "specversion", "id", "source" and "type".`);
    return [];
  });
  return { signals, points: [], left };
}

function isEvent(value: unknown): value is Given & { type: string; source: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const event = value as Given;
  return ['specversion', 'id', 'source', 'type'].every(
    (name) => typeof event[name] === 'string' && event[name],
  );
}

function readEvent({
  type,
  source,
  subject,
  time,
  data,
}: Given & { type: string; source: string }): SignalEvent {
  const said: Given =
    typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Given) : {};
  const about = textFrom(subject, 300);
  const kind = type.replace(ending, '');
  const state = textFrom(said.status ?? said.state, 60).toLowerCase();
  const over = said.action === 'resolve' || ending.test(type) || ended.includes(state);
  return signalEvent({
    dedupKey: keyFrom(textFrom(said.dedupKey, 1000) || [source, kind, about].join(' | ')),
    action: over ? 'resolve' : 'trigger',
    title: textFrom(said.title ?? said.summary ?? said.message, 300) || titleOf(kind, about),
    description: textFrom(said.description, 20_000),
    severity: textFrom(said.severity, 60),
    environment: environmentFrom(said.environment),
    link: linkFrom(said.link ?? said.url),
    labels: {
      ...labelsFrom(said.labels),
      ...labelsFrom({ ce_type: type, ce_source: source, ce_subject: subject }),
    },
    system: textFrom(said.system, 64) || null,
    metric: textFrom(said.metric, 64) || null,
    mechanism: mechanismFrom(said.mechanism),
    occurredAt: instantFrom(time),
    incidentKey: incidentKeyFrom(said.plumbline_incident),
  });
}

function titleOf(kind: string, about: string): string {
  return textFrom(about ? `${kind}: ${about}` : kind, 300);
}

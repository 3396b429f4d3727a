import { Problem } from '../../platform/problem/problem.js';
import { signalEvent } from '../../signals/signal-event.js';
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

const asObject = (value: unknown): Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : {};

/**
 * Reads an event of PagerDuty's Events API v2. An acknowledgement changes nothing here: who looks into what is for
 * people to say.
 * @throws Problem 400 where it is no such event
 */
export function translatePagerduty(body: unknown): Translated {
  const event = asObject(body);
  const { event_action: action } = event;
  const nothing = { points: [], left: [] };
  if (action === 'acknowledge') return { signals: [], ...nothing };
  if (action !== 'trigger' && action !== 'resolve')
    throw new Problem('request/invalid', "'event_action' must be 'trigger', 'acknowledge' or 'resolve'.");
  const dedupKey = textFrom(event.dedup_key, 1000);
  if (!dedupKey) throw new Problem('request/invalid', "'dedup_key' is missing or blank.");
  const payload = asObject(event.payload);
  const title = textFrom(payload.summary, 300);
  if (action === 'trigger' && !title)
    throw new Problem('request/invalid', "'payload.summary' is missing or blank.");
  const details = asObject(payload.custom_details);
  const { source, component, group, class: kind } = payload;
  const [first] = Array.isArray(event.links) ? event.links : [];
  const signal = signalEvent({
    dedupKey: keyFrom(dedupKey),
    action,
    title: title || dedupKey.slice(0, 300),
    description: textFrom(details.description, 20_000),
    severity: textFrom(payload.severity, 60),
    environment: environmentFrom(details.environment),
    link: linkFrom(asObject(first).href) || linkFrom(event.client_url),
    labels: labelsFrom({ ...details, source, component, group, class: kind }),
    system: textFrom(details.system, 64) || null,
    metric: textFrom(details.metric, 64) || null,
    mechanism: mechanismFrom(details.mechanism),
    occurredAt: instantFrom(payload.timestamp),
    incidentKey: incidentKeyFrom(details.plumbline_incident),
  });
  return { signals: [signal], ...nothing };
}

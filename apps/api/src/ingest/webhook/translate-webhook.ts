import type { WebhookMapping } from '@plumbline/shared/contract/source';
import { Problem } from '../../platform/problem/problem.js';
import { signalEvent, type SignalEvent } from '../../signals/signal-event.js';
import type { Translated } from '../translated.js';
import {
  environmentFrom,
  incidentKeyFrom,
  instantFrom,
  keyFrom,
  linkFrom,
  textFrom,
} from '../vendor-text.js';
import { atPointer } from './json-pointer.js';

const mostItems = 500;

/**
 * Reads any JSON by the pointers of a source: one alert, or a list of them.
 * @throws Problem 400 where the body is not JSON of an object or list, or holds no list where one should be
 */
export function translateWebhook(body: unknown, mapping: WebhookMapping): Translated {
  const found = atPointer(body, mapping.items);
  const items = Array.isArray(found) ? found : mapping.items === '' ? [found] : null;
  if (!items || typeof body !== 'object' || body === null)
    throw new Problem('request/invalid', `There is no list at "${mapping.items || '/'}" in this body.`);
  const left: string[] = [];
  if (items.length > mostItems) left.push(`Only the first ${mostItems} of ${items.length} alerts were read.`);
  const signals = items.slice(0, mostItems).flatMap((item, index): SignalEvent[] => {
    const event = readItem(item, mapping);
    if (!event) left.push(`Alert ${index + 1} has no title at "${mapping.title}".`);
    return event ? [event] : [];
  });
  return { signals, points: [], left };
}

function readItem(item: unknown, mapping: WebhookMapping): SignalEvent | null {
  const at = (pointer: string): unknown => (pointer === '' ? undefined : atPointer(item, pointer));
  const title = textFrom(at(mapping.title), 300);
  if (title === '') return null;
  const status = textFrom(at(mapping.status), 60).toLowerCase();
  return signalEvent({
    dedupKey: keyFrom(textFrom(at(mapping.dedupKey), 1000) || title),
    action: mapping.resolved.some((word) => word.toLowerCase() === status) ? 'resolve' : 'trigger',
    title,
    description: textFrom(at(mapping.description), 20_000),
    severity: textFrom(at(mapping.severity), 60),
    environment: environmentFrom(at(mapping.environment)),
    system: textFrom(at(mapping.system), 64) || null,
    metric: textFrom(at(mapping.metric), 64) || null,
    link: linkFrom(at(mapping.link)),
    occurredAt: timeFrom(at(mapping.occurredAt)),
    incidentKey: incidentKeyFrom(
      atPointer(item, '/plumbline_incident') ?? atPointer(item, '/data/plumbline_incident'),
    ),
  });
}

/** ISO 8601, or seconds or milliseconds since 1970: whoever means seconds names a smaller number. */
function timeFrom(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{9,14}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number <= 0) return instantFrom(value);
  const milliseconds = number < 100_000_000_000 ? number * 1000 : number;
  return milliseconds < 4_133_980_800_000 ? Math.round(milliseconds) : null;
}

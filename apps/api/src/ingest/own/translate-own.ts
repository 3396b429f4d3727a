import type { NewSignal } from '@plumbline/shared/contract/signal';
import { signalEvent, type SignalEvent } from '../../signals/signal-event.js';
import { keyFrom } from '../vendor-text.js';

/** An alert in our own words; without a key, what it says of itself names its life. */
export function translateOwn(said: NewSignal): SignalEvent {
  const { source: _, incident, occurredAt, ...rest } = said;
  const named = [said.title, said.system, said.metric, said.environment].map((part) => part ?? '');
  return signalEvent({
    ...rest,
    dedupKey: said.dedupKey ?? keyFrom(named.join(' | ')),
    occurredAt: occurredAt === undefined ? null : Date.parse(occurredAt),
    incidentKey: incident,
  });
}

import type { Mechanism } from '@plumbline/shared/taxonomy/values/classification';

/** One thing that a tool said, in our words: what every door translates to. */
export interface SignalEvent {
  /** What the tool calls the thing that fires; the same key is the same life. At most 300 characters. */
  dedupKey: string;
  action: 'trigger' | 'resolve';
  title: string;
  description: string;
  /** The tool's own word. */
  severity: string;
  environment: string;
  /** Opens it in the tool; '' when there is no link. */
  link: string;
  labels: Record<string, string>;
  /** Key or id of one of our systems, where the tool names one. */
  system: string | null;
  /** Key or id of one of our metrics. */
  metric: string | null;
  mechanism: Mechanism | null;
  /** When it happened, as claimed: milliseconds since 1970. Null is "now". */
  occurredAt: number | null;
  /** The incident this came from in the first place: what we sent out comes back and must not open another. */
  incidentKey: string | null;
}

/** The event with what a tool need not say left empty. */
export function signalEvent(
  said: Pick<SignalEvent, 'dedupKey' | 'action' | 'title'> & Partial<SignalEvent>,
): SignalEvent {
  return {
    description: '',
    severity: '',
    environment: '',
    link: '',
    labels: {},
    system: null,
    metric: null,
    mechanism: null,
    occurredAt: null,
    incidentKey: null,
    ...said,
  };
}

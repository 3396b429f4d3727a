import type { WebhookEvent } from '@plumbline/shared/taxonomy/values/webhook';

const named: Record<string, WebhookEvent> = {
  logged: 'incident.logged',
  accept: 'incident.triaged',
  decline: 'incident.triaged',
  snooze: 'incident.triaged',
  wake: 'incident.triaged',
  mark_duplicate: 'incident.triaged',
  reconsider: 'incident.triaged',
  undo: 'incident.triaged',
  escalate: 'incident.escalated',
  escalated_by_rule: 'incident.escalated',
  investigate: 'incident.moved',
  mitigate: 'incident.moved',
  monitor: 'incident.moved',
  settle: 'incident.moved',
  reopen: 'incident.moved',
  resolve: 'incident.resolved',
  close: 'incident.resolved',
  alerts_joined: 'incident.alerts_joined',
  divergence_joined: 'incident.alerts_joined',
  commented: 'incident.commented',
};

/** What an act on an incident is called on the wire. @param verb as the record has it: `incident.accept` */
export function eventOf(verb: string): WebhookEvent {
  return named[verb.slice('incident.'.length)] ?? 'incident.edited';
}

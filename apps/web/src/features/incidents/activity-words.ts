import type { ActivityEntry } from './talk-queries.js';

const verbs: Record<string, string> = {
  'incident.logged': 'logged it',
  'incident.accept': 'accepted it',
  'incident.decline': 'declined it',
  'incident.snooze': 'snoozed it',
  'incident.wake': 'woke it',
  'incident.mark_duplicate': 'marked it as a duplicate',
  'incident.reconsider': 'took it back to triage',
  'incident.investigate': 'began to investigate',
  'incident.mitigate': 'began to mitigate',
  'incident.monitor': 'moved it to monitoring',
  'incident.escalate': 'escalated it',
  'incident.settle': 'settled it',
  'incident.resolve': 'resolved it',
  'incident.close': 'closed it',
  'incident.reopen': 'reopened it',
};

const words = (name: string): string =>
  name
    .replace(/^labels\./, '')
    .replace(/Ids?$/, '')
    .replace(/([A-Z])/g, ' $1')
    .replaceAll('_', ' ')
    .toLowerCase();

/** Verbs that make the story of an incident; the rest is for "everything". */
export function isStory({ verb }: ActivityEntry): boolean {
  return verb !== 'incident.edited';
}

/** What was done, after the name of who did it: `accepted it`, `changed severity and owner`. */
export function activityWords({ verb, payload }: ActivityEntry): string {
  if (verb === 'incident.edited')
    return `changed ${listed(Object.keys((payload?.after as object) ?? {}).map(words))}`;
  const known = verbs[verb];
  const note = typeof payload?.note === 'string' && payload.note ? `: ${payload.note}` : '';
  const reason = payload?.reason ?? payload?.resolution;
  const why = typeof reason === 'string' ? ` (${words(reason)})` : '';
  if (known) return `${known}${why}${note}`;
  const [subject = '', act = ''] = verb.split('.');
  return `${words(act)} ${subject === 'incident' ? 'it' : `a ${words(subject)}`}`;
}

function listed(items: string[]): string {
  if (items.length === 0) return 'it';
  if (items.length === 1) return items[0]!;
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

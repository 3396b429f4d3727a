import { activityWords } from './activity-words.js';

const entry = (verb: string, payload: Record<string, unknown> | null) => ({
  seq: 1,
  at: '2026-11-19T14:20:00.000Z',
  actor: { kind: 'person' as const, id: null, name: 'Hana Sato' },
  verb,
  payload,
});

test.each<[string, Record<string, unknown> | null, string]>([
  ['incident.logged', { key: 'INC-1' }, 'logged it'],
  ['incident.edited', { after: { severity: 'sev1' } }, 'changed severity'],
  [
    'incident.edited',
    { after: { ownerId: 'x', 'labels.goodhartMode': [] } },
    'changed owner and goodhart mode',
  ],
  ['incident.decline', { reason: 'not_alignment', note: '' }, 'declined it (not alignment)'],
  ['incident.resolve', { resolution: 'metric_retired', note: 'gone' }, 'resolved it (metric retired): gone'],
  ['incident.edited', null, 'changed it'],
  ['comment.added', null, 'added a comment'],
])('%s %j reads "Hana Sato %s"', (verb, payload, words) => {
  expect(activityWords(entry(verb, payload))).toBe(words);
});

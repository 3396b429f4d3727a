import { activityWords, isStory } from './activity-words.js';

const entry = (verb: string, payload: Record<string, unknown> | null) => ({
  seq: 1,
  at: '2026-11-19T14:20:00.000Z',
  actor: { kind: 'person' as const, id: null, name: 'Hana Sato' },
  verb: `incident.${verb}`,
  payload,
});
const label = (value: string, provenance = 'person') => ({ value, provenance });

test.each<[string, Record<string, unknown> | null, string]>([
  ['logged', { key: 'INC-1' }, 'logged it'],
  ['accept', { note: 'Clear in the audit' }, 'accepted it: Clear in the audit'],
  ['decline', { reason: 'not_alignment', note: '' }, 'declined it (not about alignment)'],
  ['mark_duplicate', { of: 'INC-7', note: '' }, 'marked it as a duplicate of INC-7'],
  ['undo', { undone: 'mark_duplicate' }, 'took back: mark as duplicate'],
  ['merged', { to: 'INC-12' }, 'merged INC-12 into it'],
  ['parted', { to: 'INC-12' }, 'took INC-12 apart from it'],
  ['escalated_by_rule', { note: 'By rule: a sign.' }, 'raised it: By rule: a sign.'],
  ['wake', { seenIn: 'production' }, 'woke it: seen in production'],
  ['resolve', { resolution: 'metric_retired', note: 'gone' }, 'resolved it (metric retired): gone'],
  ['close', { residualRisk: 'New baits' }, 'closed it; what may still go wrong: New baits'],
  ['edited', { before: { severity: null }, after: { severity: 'sev1' } }, 'set severity to sev1'],
  ['edited', { before: {}, after: { ownerId: 'x', lesson: 'y' } }, 'changed owner and lesson'],
  [
    'edited',
    { before: {}, after: { tags: ['x'], severity: 'sev2' } },
    'set severity to sev2 and changed tags',
  ],
  [
    'edited',
    {
      before: { 'labels.misalignmentType': [label('outer', 'rule')] },
      after: { 'labels.misalignmentType': [label('outer')] },
    },
    'confirmed Type: outer misalignment',
  ],
  [
    'edited',
    { before: {}, after: { 'labels.mechanism': [label('sycophancy')] } },
    'set Mechanism: sycophancy',
  ],
  ['edited', { before: {}, after: { 'labels.mechanism': [] } }, 'cleared Mechanism'],
  ['mitigation_moved', { title: 'Cap', to: 'verified' }, 'moved the mitigation Cap to verified'],
  [
    'rmf_assessment_edited',
    { subcategory: 'MAP 1.1', was: 'gap', assessment: 'worked' },
    'changed the assessment of MAP 1.1 to worked',
  ],
  [
    'rmf_assessment_edited',
    { subcategory: 'MAP 1.1', was: 'gap', assessment: 'gap' },
    'edited the assessment of MAP 1.1',
  ],
  ['linked', { kind: 'regression_of', to: 'INC-1' }, 'linked it: regression of INC-1'],
  ['evidence_added', { title: 'Audit' }, 'added evidence: Audit'],
  [
    'alerts_joined',
    { alerts: [{ title: 'Judge drifts' }], count: 1, because: 'This incident is open for "x".' },
    'brought the alert "Judge drifts" here: this incident is open for "x".',
  ],
  [
    'alerts_ended',
    { alerts: [{}, {}], count: 2 },
    'says that 2 alerts ended; what becomes of this is for people to say',
  ],
  ['commented', { body: 'x' }, 'commented'],
  ['comment_removed', {}, 'removed a comment'],
  ['edited', null, 'changed it'],
  ['evidence_added', null, 'added evidence'],
  ['something_new', null, 'something new'],
])('%s %j reads "Hana Sato %s"', (verb, payload, words) => {
  expect(activityWords(entry(verb, payload))).toBe(words);
});

test.each<[string, Record<string, unknown>, boolean]>([
  ['accept', {}, true],
  ['edited', { after: { lesson: 'x' } }, false],
  ['edited', { after: { severity: 'sev1' } }, true],
  ['edited', { after: { 'labels.mechanism': [] } }, true],
  ['evidence_added', {}, true],
  ['commented', {}, false],
])('%s %j is part of the story: %s', (verb, payload, told) => {
  expect(isStory(entry(verb, payload))).toBe(told);
});

import { addressees, type Circle, isNews, type NewsEvent } from './addressees.js';

const [hana, jonas, amara] = [
  '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a10',
  '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a11',
  '0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8a12',
];
const nobody: Circle = { ownerId: null, followers: [], systemFollowers: [], snoozedBy: null };
const event = (verb: string, payload: object = {}, actorKind = 'person'): NewsEvent => ({
  verb,
  actorKind,
  actorId: hana,
  payload: payload as Record<string, unknown>,
});
const told = (what: NewsEvent, circle: Partial<Circle> = {}) =>
  Object.fromEntries(addressees(what, { ...nobody, ...circle }));

test.each<[string, NewsEvent, Partial<Circle>, Record<string, string>]>([
  [
    'a mention is weightier than following',
    event('incident.commented', { body: `<@${jonas}> look` }),
    { followers: [jonas, amara] },
    { [jonas]: 'mentioned', [amara]: 'commented' },
  ],
  [
    'nobody is told of what they did',
    event('incident.commented', { body: `<@${hana}>` }),
    { followers: [hana] },
    {},
  ],
  [
    'an edited comment tells only who is newly in it',
    event('incident.comment_edited', { before: `<@${jonas}>`, after: `<@${jonas}> <@${amara}>` }),
    { followers: [jonas] },
    { [amara]: 'mentioned' },
  ],
  [
    'a new owner',
    event('incident.edited', { before: { ownerId: null }, after: { ownerId: jonas } }),
    {},
    { [jonas]: 'assigned' },
  ],
  [
    'somebody to whom it was opened, not those before',
    event('incident.edited', { before: { visibleTo: [jonas] }, after: { visibleTo: [jonas, amara] } }),
    {},
    { [amara]: 'opened_to_you' },
  ],
  [
    'an alarm of the detector',
    event('incident.logged', {}, 'detector'),
    { systemFollowers: [jonas] },
    { [jonas]: 'alarm' },
  ],
  ['not what a person logs', event('incident.logged'), { systemFollowers: [jonas] }, {}],
  [
    'a snooze that returned',
    event('incident.wake', {}, 'system'),
    { ownerId: jonas, snoozedBy: amara },
    { [jonas]: 'snooze_returned', [amara]: 'snooze_returned' },
  ],
  ['a decision', event('incident.decline'), { followers: [jonas] }, { [jonas]: 'moved' }],
  ['a task', event('task.added', { after: { ownerId: amara } }), {}, { [amara]: 'task_assigned' }],
  ['a redacted entry', { ...event('incident.commented'), payload: null }, {}, {}],
  ['anything else', event('incident.evidence_added'), { followers: [jonas] }, {}],
])('%s', (_, what, circle, expected) => {
  expect(told(what, circle)).toEqual(expected);
  // What is told to somebody is looked at in the first place.
  expect(isNews(what.verb) || Object.keys(expected).length === 0).toBe(true);
});

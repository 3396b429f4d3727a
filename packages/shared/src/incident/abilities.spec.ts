import { mayComment, mayEdit, mayTriage, type Asker, type Ownership } from './abilities.js';

const hana = 'hana';
const unowned: Ownership = { reporterId: null, ownerId: null };

test.each<[string, Asker, Ownership, boolean]>([
  ['a viewer edits nothing', { role: 'viewer', personId: hana }, { reporterId: hana, ownerId: hana }, false],
  [
    'a reporter edits what they reported',
    { role: 'reporter', personId: hana },
    { reporterId: hana, ownerId: null },
    true,
  ],
  [
    'a reporter edits what they own',
    { role: 'reporter', personId: hana },
    { reporterId: null, ownerId: hana },
    true,
  ],
  ['a reporter leaves the rest alone', { role: 'reporter', personId: hana }, unowned, false],
  ['a key with that role edits', { role: 'reporter', personId: null }, unowned, true],
  ['a triager edits everything', { role: 'triager', personId: hana }, unowned, true],
  ['an administrator too', { role: 'admin', personId: hana }, unowned, true],
])('%s', (_, asker, incident, expected) => {
  expect(mayEdit(asker, incident)).toBe(expected);
});

test.each([
  ['viewer', false, false],
  ['reporter', false, true],
  ['triager', true, true],
  ['admin', true, true],
] as const)('%s: triage %s, comment %s', (role, triages, comments) => {
  expect(mayTriage({ role, personId: hana })).toBe(triages);
  expect(mayComment({ role, personId: hana })).toBe(comments);
});

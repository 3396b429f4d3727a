import { nameOf, presentMs, sightOf, WhoIsWhere } from './who-is-where.js';

const [workspaceId, incidentId, hana, jonas] = ['a10', 'a11', 'a12', 'a13'].map(
  (end) => `0192f0c1-7b5e-7c3a-9a51-3f1f6f2f8${end}`,
) as [string, string, string, string];
const sight = (personId: string, here = true) => ({ workspaceId, incidentId, personId, here });

test('who comes, stays and goes is told once each', () => {
  const who = new WhoIsWhere();
  expect(who.note(sight(hana), 0)).toBe(true);
  expect(who.note(sight(hana), 20_000)).toBe(false);
  expect(who.note(sight(jonas), 21_000)).toBe(true);
  expect(who.at(workspaceId, incidentId, 21_000)).toEqual([hana, jonas]);
  expect(who.note(sight(hana, false), 22_000)).toBe(true);
  expect(who.note(sight(hana, false), 23_000)).toBe(false);
  expect(who.at(workspaceId, incidentId, 23_000)).toEqual([jonas]);
});

test('who falls silent is no longer there, and forgotten once', () => {
  const who = new WhoIsWhere();
  who.note(sight(hana), 0);
  expect(who.at(workspaceId, incidentId, presentMs)).toEqual([]);
  expect(who.forget(presentMs - 1)).toEqual([]);
  expect(who.forget(presentMs)).toEqual([{ workspaceId, incidentId }]);
  expect(who.forget(presentMs)).toEqual([]);
});

test('a sight is read as it was told; any other ringing is none', () => {
  expect(sightOf(nameOf(sight(hana)))).toEqual(sight(hana));
  expect(sightOf(nameOf(sight(hana, false)))).toEqual(sight(hana, false));
  expect(sightOf(workspaceId)).toBeNull();
});

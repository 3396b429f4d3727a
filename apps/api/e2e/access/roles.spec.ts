import type { Access, Route } from '@plumbline/shared/contract/route';
import { valuesOf, workspaceRole, type WorkspaceRole } from '@plumbline/shared/taxonomy/values';
import { allScopes, type Answer } from '../cast.js';
import { allRoutes, exampleCall, sendCall } from './route-call.js';
import { roles, Town } from './town.js';

let town: Town;
beforeAll(async () => {
  town = await Town.build();
});
afterAll(() => town.stop());

/** Where a rule of its own decides on top of the access: who is left. */
const narrower: Record<string, string[]> = {
  // Only people who are administrators of some workspace already.
  'POST /workspaces': ['admin'],
};

/** The answers that say "not you", whatever else may be wrong with the request. */
const doors = ['auth/required', 'auth/forbidden', 'auth/bad-key', 'auth/cross-site'];
const turnedAway = ({ body }: Answer): boolean =>
  doors.includes((body as { code?: string } | null)?.code ?? '');

/** The rank of a role, from the order in which the vocabulary lists them. */
const rank = (role: WorkspaceRole): number => valuesOf(workspaceRole).indexOf(role);

/** Who may, read off the route's access as data. */
function expected(access: Access): string[] {
  if (access === 'anyone') return ['nobody', ...roles];
  if (access === 'person') return [...roles];
  const people = roles.filter((role) => rank(role) >= rank(access.role));
  return access.scope === null ? people : [...people, ...people.map((role) => `${role} key`)];
}

/** Who did get in, by trying. */
async function admitted(route: Route): Promise<string[]> {
  const call = exampleCall(town.api, route);
  const scope = typeof route.access === 'object' ? route.access.scope : null;
  const scopes = scope === null ? allScopes : [scope];
  const callers: [string, () => Promise<Record<string, string>>][] = [
    ['nobody', async () => ({})],
    ...roles.map(
      (role) => [role, () => town.browserOf(role)] as [string, () => Promise<Record<string, string>>],
    ),
    ...roles.map(
      (role) =>
        [`${role} key`, () => town.scriptOf({ role, scopes })] as [
          string,
          () => Promise<Record<string, string>>,
        ],
    ),
  ];
  const tried = callers.map(async ([name, headers]) => {
    const answer = await sendCall(call, await headers());
    if (answer.status >= 500) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return turnedAway(answer) ? [] : [name];
  });
  return (await Promise.all(tried)).flat();
}

/** Keys are not looked at where anyone may come in. */
const withoutIdleKeys = (route: Route, inside: string[]): string[] =>
  route.access === 'anyone' ? inside.filter((name) => !name.endsWith(' key')) : inside;

test.each(allRoutes.map((route) => [route.key, route] as const))(
  '%s lets in whom its access names',
  async (key, route) => {
    const inside = withoutIdleKeys(route, await admitted(route));
    expect(inside).toEqual(narrower[key] ?? expected(route.access));
    // The reviewed table: a route that opens or closes shows in the diff.
    expect(inside.join(', ')).toMatchSnapshot();
  },
);

test('a refusal for a role or a scope says what is missing and who can give it', async () => {
  const admin = allRoutes.find(({ access }) => typeof access === 'object' && access.role === 'admin')!;
  const person = await sendCall(exampleCall(town.api, admin), await town.browserOf('viewer'));
  expect(person.body.detail).toBe(
    'This needs the role Administrator or above. You are Viewer here. Ask an administrator of the workspace for that role.',
  );
  const writing = allRoutes.find(({ key }) => key === 'POST /systems')!;
  const key = await sendCall(
    exampleCall(town.api, writing),
    await town.scriptOf({ scopes: ['workspace:read'] }),
  );
  expect(key.body.detail).toContain('"workspace:write"');
});

import type { Access } from '@plumbline/shared/contract/route';
import { atLeast } from '@plumbline/shared/incident/abilities';
import { workspaceRole } from '@plumbline/shared/taxonomy/values';
import type { MemberCaller } from '../platform/endpoint/caller.js';
import { Problem } from '../platform/problem/problem.js';

/** @throws Problem 403, which says what is missing and who can grant it */
export function permit(caller: MemberCaller, access: Exclude<Access, string>): void {
  if (caller.scopes !== null) {
    if (access.scope === null)
      throw new Problem('auth/forbidden', 'This is for people: sign in to do it. API keys never may.');
    if (!caller.scopes.includes(access.scope))
      throw new Problem(
        'auth/forbidden',
        `This needs a key with the scope "${access.scope}". Make one under Settings, API keys.`,
      );
  }
  if (atLeast(caller.role, access.role)) return;
  const whose = caller.scopes === null ? 'You are' : 'This key is';
  const remedy =
    caller.scopes === null
      ? 'Ask an administrator of the workspace for that role.'
      : 'Make a key with that role under Settings, API keys.';
  throw new Problem(
    'auth/forbidden',
    `This needs the role ${workspaceRole[access.role]} or above. ${whose} ${workspaceRole[caller.role]} here. ${remedy}`,
  );
}

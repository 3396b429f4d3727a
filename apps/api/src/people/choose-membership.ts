import { Problem } from '../platform/problem/problem.js';
import type { MembershipRow } from './sessions.queries.js';

/**
 * Finds the workspace that a signed-in person means.
 * @param slug as the request names it; without one, the only membership is meant
 * @throws Problem 400 when several are possible, 403 when the person belongs nowhere, 404 for a workspace not theirs
 */
export function chooseMembership(memberships: MembershipRow[], slug: string | undefined): MembershipRow {
  const [first, ...others] = memberships;
  if (slug === undefined) {
    if (!first)
      throw new Problem('auth/forbidden', 'You belong to no workspace. Ask an administrator to invite you.');
    if (others.length > 0)
      throw new Problem(
        'request/workspace-missing',
        `You belong to several workspaces. Name one by the header "Plumbline-Workspace", for example ${first.slug}.`,
      );
    return first;
  }
  const membership = memberships.find((candidate) => candidate.slug === slug);
  if (!membership)
    throw new Problem(
      'request/not-found',
      'There is no such workspace, or you do not belong to it. Ask an administrator of it to invite you.',
    );
  return membership;
}

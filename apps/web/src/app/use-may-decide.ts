import { atLeast } from '@plumbline/shared/incident/abilities';
import { useSession } from '../features/people/people-queries.js';
import { useWorkspaceSlug } from './shell/use-workspace-slug.js';

/** @returns why this person may not decide about incidents, null when they may, or while that is not known yet */
export function useMayDecide(): string | null {
  const workspace = useWorkspaceSlug();
  const role = useSession().data?.memberships.find(({ slug }) => slug === workspace)?.role;
  return role === undefined || atLeast(role, 'triager')
    ? null
    : 'Triagers and administrators decide about incidents. An administrator can make you one.';
}

import { atLeast } from '@plumbline/shared/incident/abilities';
import type { WorkspaceRole } from '@plumbline/shared/taxonomy/values';
import { useSession } from '../features/people/people-queries.js';
import { useWorkspaceSlug } from './shell/use-workspace-slug.js';

/** What this person may do in this workspace; the sentences stand beside the buttons they block. */
export interface Permissions {
  whyNotAdd: string | null;
  whyNotChange: string | null;
}

/** Reporters add, triagers change. While the session is read nothing is blocked: the server has the last word. */
export function usePermissions(): Permissions {
  const workspace = useWorkspaceSlug();
  const role = useSession().data?.memberships.find(({ slug }) => slug === workspace)?.role;
  const why = (needed: WorkspaceRole, sentence: string) =>
    role === undefined || atLeast(role, needed) ? null : sentence;
  return {
    whyNotAdd: why('reporter', 'Viewers cannot add. An administrator can make you a reporter.'),
    whyNotChange: why('triager', 'Only triagers change this. An administrator can make you one.'),
  };
}

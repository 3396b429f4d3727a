import { useParams } from '@tanstack/react-router';
import { chosenWorkspace } from '../../client/current-workspace.js';

/** Slug of the workspace on screen, or of the one chosen for a page outside of all; '' without either. */
export function useWorkspaceSlug(): string {
  return useParams({
    strict: false,
    select: (params) => (params as { workspace?: string }).workspace ?? chosenWorkspace() ?? '',
  });
}

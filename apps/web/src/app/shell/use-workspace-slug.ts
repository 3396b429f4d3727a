import { useParams } from '@tanstack/react-router';

/** Slug of the workspace on screen; '' outside of one. */
export function useWorkspaceSlug(): string {
  return useParams({ strict: false, select: (params) => (params as { workspace?: string }).workspace ?? '' });
}

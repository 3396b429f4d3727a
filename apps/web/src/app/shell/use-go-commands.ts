import { useNavigate } from '@tanstack/react-router';
import { useCommands } from '../../ui/commands/command-registry.js';
import { destinations } from '../destinations.js';
import { useWorkspaceSlug } from './use-workspace-slug.js';

/** One command and one G chord for every place in the navigation. */
export function useGoCommands(): void {
  const navigate = useNavigate();
  const workspace = useWorkspaceSlug();
  useCommands(
    destinations.map(({ label, path, chord }) => ({
      id: `go.${chord}`,
      label: `Go to ${label}`,
      group: 'Go to',
      keys: `g ${chord}`,
      run: () => void navigate({ href: `/w/${workspace}/${path}` }),
    })),
  );
}

import { useNavigate } from '@tanstack/react-router';
import { useCommands } from '../../ui/commands/command-registry.js';
import { addressOf, destinations } from '../destinations.js';
import { useWorkspaceSlug } from './use-workspace-slug.js';

/** One command and one G chord for every place in the navigation. */
export function useGoCommands(): void {
  const navigate = useNavigate();
  const workspace = useWorkspaceSlug();
  useCommands(
    destinations.map((destination) => ({
      id: `go.${destination.chord}`,
      label: `Go to ${destination.label}`,
      group: 'Go to',
      keys: `g ${destination.chord}`,
      otherKeys: destination.key ? [destination.key] : [],
      run: () => void navigate({ href: addressOf(destination, workspace) }),
    })),
  );
}

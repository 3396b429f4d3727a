import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { followingQuery, useNotifications } from './notification-queries.js';

/** Whether the reader is told of what happens to an incident; a click turns it. */
export function FollowButton({ workspace, incident }: { workspace: string; incident: string }) {
  const follows = useQuery(followingQuery(workspace, incident)).data?.follows;
  const { follow } = useNotifications(workspace);
  const turn = (to: boolean): void =>
    follow.mutate(
      { key: incident, follows: to },
      {
        onSuccess: () =>
          toast(to ? `You follow ${incident}.` : `You no longer follow ${incident}.`, {
            undo: () => turn(!to),
          }),
        onError: toastFailure,
      },
    );
  const label = follows ? 'Unfollow' : 'Follow';
  useCommands([
    {
      id: 'incident.follow',
      label: `${label} this incident`,
      group: 'This incident',
      words: 'subscribe, watch, notify',
      disabledReason: follows === undefined ? 'Still being read.' : null,
      run: () => turn(!follows),
    },
  ]);
  if (follows === undefined) return null;
  return (
    <Button variant="bare" icon="bell" pending={follow.isPending} onClick={() => turn(!follows)}>
      {label}
    </Button>
  );
}

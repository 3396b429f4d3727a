import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { type Followed, followingQuery, useNotifications } from './notification-queries.js';

interface Props {
  workspace: string;
  of: Followed;
  /** What it is called in a sentence: `INC-158`, `Feed ranker`. */
  name: string;
}

/** Whether the reader is told of what happens to an incident or a system; a click turns it. */
export function FollowButton({ workspace, of, name }: Props) {
  const follows = useQuery(followingQuery(workspace, of)).data?.follows;
  const { follow } = useNotifications(workspace);
  const turn = (to: boolean): void =>
    follow.mutate(
      { of, follows: to },
      {
        onSuccess: () =>
          toast(to ? `You follow ${name}.` : `You no longer follow ${name}.`, { undo: () => turn(!to) }),
        onError: toastFailure,
      },
    );
  const label = follows ? 'Unfollow' : 'Follow';
  useCommands([
    {
      id: 'follow',
      label: `${label} ${name}`,
      group: 'incident' in of ? 'This incident' : 'This system',
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

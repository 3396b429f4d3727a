import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { NotificationList } from '../../features/notifications/notification-list.js';
import {
  notificationsQuery,
  unreadQuery,
  useNotifications,
} from '../../features/notifications/notification-queries.js';
import { Button } from '../../ui/button.js';
import { ButtonLink } from '../../ui/button-link.js';
import { useCommands } from '../../ui/commands/command-registry.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Segmented } from '../../ui/segmented.js';
import { EmptyState, Skeleton } from '../../ui/states.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { useWorkspaceSlug } from '../shell/use-workspace-slug.js';

const parts = [
  { value: 'unread', label: 'Unread' },
  { value: 'all', label: 'All' },
] as const;

/** What the reader was told, and why. */
export function NotificationsPage() {
  const workspace = useWorkspaceSlug();
  const { all } = useSearch({ from: '/w/$workspace/notifications' });
  const navigate = useNavigate();
  const notifications = useInfiniteQuery(notificationsQuery(workspace, !all));
  const unread = useQuery(unreadQuery(workspace)).data?.count ?? 0;
  const { read } = useNotifications(workspace);
  const readAll = (): void => read.mutate({}, { onSuccess: () => toast('All read.'), onError: toastFailure });
  const why = unread === 0 ? 'There is nothing unread.' : null;
  useCommands([
    {
      id: 'notifications.read',
      label: 'Mark all as read',
      group: 'Notifications',
      keys: 'shift+r',
      disabledReason: why,
      run: readAll,
    },
  ]);
  return (
    <Page
      title="Notifications"
      actions={
        <>
          <Segmented
            label="Which"
            options={parts}
            value={all ? 'all' : 'unread'}
            onChange={(part) =>
              void navigate({
                to: '/w/$workspace/notifications',
                params: { workspace },
                search: part === 'all' ? { all: true } : {},
                replace: true,
              })
            }
          />
          <Button keys="shift+r" disabledReason={why} pending={read.isPending} onClick={readAll}>
            Mark all as read
          </Button>
        </>
      }
    >
      <QueryView of={notifications} skeleton={<Skeleton rows={6} height={64} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <EmptyState
              title={all ? 'Nobody has told you anything yet' : 'You have read everything'}
              action={
                <ButtonLink to="/w/$workspace/settings/$part" params={{ workspace, part: 'notifications' }}>
                  How you are told
                </ButtonLink>
              }
            >
              You are told when somebody mentions you, gives you something to do, or decides about what you
              follow, and when a pair of your system raises an alarm.
            </EmptyState>
          ) : (
            <NotificationList workspace={workspace} items={items} />
          );
        }}
      </QueryView>
      {notifications.hasNextPage && (
        <Button pending={notifications.isFetchingNextPage} onClick={() => void notifications.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Page>
  );
}

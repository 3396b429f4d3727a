import { useQuery } from '@tanstack/react-query';
import { unreadQuery } from '../../features/notifications/notification-queries.js';
import { useWorkspaceSlug } from './use-workspace-slug.js';

/** How many notifications are unread; nothing where none is. */
export function UnreadCount() {
  const unread = useQuery(unreadQuery(useWorkspaceSlug())).data;
  if (!unread?.count) return null;
  return (
    <>
      {unread.capped ? '100+' : unread.count}
      <span className="visually-hidden"> unread</span>
    </>
  );
}

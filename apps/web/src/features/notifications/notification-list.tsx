import { notificationKind } from '@plumbline/shared/taxonomy/values/notification';
import { Link } from '@tanstack/react-router';
import { IconButton } from '../../ui/icon-button.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { toastFailure } from '../../ui/toast/toasts.js';
import { type Notification, useNotifications } from './notification-queries.js';
import styles from './notifications.module.css';

/** What somebody was told: why, about what, by whom, and how a comment begins. */
export function NotificationList({
  workspace,
  items,
}: {
  workspace: string;
  items: readonly Notification[];
}) {
  const { read } = useNotifications(workspace);
  const mark = (one: Notification, as: boolean): void => {
    if ((one.readAt !== null) !== as) read.mutate({ ids: [one.id], read: as }, { onError: toastFailure });
  };
  return (
    <ul className={styles.list}>
      {items.map((one) => (
        <li key={one.id} className={styles.item} data-unread={one.readAt ? undefined : ''}>
          <span className={styles.dot} aria-hidden="true" />
          <div className={styles.told}>
            <p className={styles.why}>
              {!one.readAt && <span className="visually-hidden">Unread: </span>}
              {notificationKind[one.kind]}
              <span className={styles.by}>
                {one.by}, <RelativeTime at={one.at} suffix />
              </span>
            </p>
            <p>
              <Subject workspace={workspace} notification={one} onOpen={() => mark(one, true)} />
            </p>
            {one.words && <p className={styles.words}>{one.words}</p>}
          </div>
          <IconButton
            icon={one.readAt ? 'undo' : 'check'}
            label={one.readAt ? 'Mark as unread' : 'Mark as read'}
            onClick={() => mark(one, one.readAt === null)}
          />
        </li>
      ))}
    </ul>
  );
}

function Subject({
  workspace,
  notification: { incident, task },
  onOpen,
}: {
  workspace: string;
  notification: Notification;
  onOpen: () => void;
}) {
  const words = task ? task.title : incident ? `${incident.key} ${incident.title}` : '';
  return incident ? (
    <Link to="/w/$workspace/incidents/$key" params={{ workspace, key: incident.key }} onClick={onOpen}>
      {task ? `${words} (${incident.key})` : words}
    </Link>
  ) : (
    <Link to="/w/$workspace/tasks" params={{ workspace }} search={{}} onClick={onOpen}>
      {words}
    </Link>
  );
}

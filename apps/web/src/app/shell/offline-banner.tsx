import { useConnected } from '../../client/connection.js';
import { Icon } from '../../ui/icons/icon.js';
import styles from './offline-banner.module.css';

/** Says that what is on screen may be old, for as long as nothing can be reached. */
export function OfflineBanner() {
  if (useConnected()) return <output />;
  return (
    <output className={styles.banner}>
      <Icon name="warning" />
      No connection. You see what was loaded before; drafts are kept on this device.
    </output>
  );
}

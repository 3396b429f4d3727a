import { Button } from '../button.js';
import { IconButton } from '../icon-button.js';
import { Icon } from '../icons/icon.js';
import styles from './toast-stack.module.css';
import { dismissToast, useToasts } from './toasts.js';

/** Where toasts stand: bottom left, above everything, announced politely. */
export function ToastStack() {
  const toasts = useToasts();
  return (
    <section className={styles.stack} aria-live="polite" aria-label="Messages">
      {toasts.map((one) => (
        <div key={one.id} className={styles.toast} data-failed={one.failed || undefined}>
          {one.failed && <Icon name="warning" />}
          <div className={styles.message}>
            {one.message}
            {one.requestId && <span className={styles.id}>Request {one.requestId}</span>}
          </div>
          {one.undo && (
            <Button
              keys="mod+z"
              onClick={() => {
                dismissToast(one.id);
                one.undo?.();
              }}
            >
              Undo
            </Button>
          )}
          <IconButton icon="close" label="Dismiss" onClick={() => dismissToast(one.id)} />
        </div>
      ))}
    </section>
  );
}

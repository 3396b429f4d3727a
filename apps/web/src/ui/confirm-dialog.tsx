import type { ReactNode } from 'react';
import { Button } from './button.js';
import { Dialog } from './dialog.js';

interface Props {
  title: string;
  /** What will happen, and what can be undone. */
  children: ReactNode;
  /** The verb: `Revoke key`, not `OK`. */
  verb: string;
  /** It destroys something. */
  harmful?: boolean;
  pending?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({
  title,
  children,
  verb,
  harmful = false,
  pending,
  onConfirm,
  onClose,
}: Props) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose} variant="bare" data-autofocus={harmful || undefined}>
            Cancel
          </Button>
          <Button
            variant={harmful ? 'harm' : 'primary'}
            pending={pending}
            onClick={onConfirm}
            data-autofocus={harmful ? undefined : true}
          >
            {verb}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

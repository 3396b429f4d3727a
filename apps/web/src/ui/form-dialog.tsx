import { type ReactNode, useId } from 'react';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import styles from './form-dialog.module.css';

interface Props {
  title: string;
  /** On the primary button: `Create system`. */
  verb: string;
  pending?: boolean;
  /** What the server said against it. */
  error?: Error | null;
  /** Why it cannot be sent yet. */
  why?: string | null;
  width?: number;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog with one form: Enter (in long text Ctrl Enter) sends it, Esc leaves it. Give the first field `data-autofocus`. */
export function FormDialog({
  title,
  verb,
  pending,
  error,
  why = null,
  width = 560,
  onSubmit,
  onClose,
  children,
}: Props) {
  const formId = useId();
  return (
    <Dialog
      title={title}
      width={width}
      onClose={onClose}
      actions={
        <>
          <Button variant="bare" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" pending={pending} disabledReason={why}>
            {verb}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        noValidate
        ref={submitOnCtrlEnter}
        onSubmit={(event) => {
          event.preventDefault();
          if (!why && !pending) onSubmit();
        }}
      >
        {children}
        {error && (
          <p role="alert" className={styles.error}>
            {error.message}
          </p>
        )}
      </form>
    </Dialog>
  );
}

/** Enter in a field of one line sends by itself; in a field of many lines Ctrl Enter does. */
function submitOnCtrlEnter(form: HTMLFormElement | null): (() => void) | undefined {
  if (!form) return undefined;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  };
  form.addEventListener('keydown', onKeyDown);
  return () => form.removeEventListener('keydown', onKeyDown);
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

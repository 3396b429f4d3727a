import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  children: ReactNode;
  /** The buttons at the foot, the primary last. */
  actions?: ReactNode;
  onClose: () => void;
  width?: number;
}

/** A dialog with a row of buttons; Esc closes it and the focus goes back to where it was. */
export function DialogPanel({ title, children, actions, onClose, width = 480 }: DialogProps) {
  return (
    <Modal opened onClose={onClose} title={title} size={width} closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={styles.body}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </Modal>
  );
}

import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
  side?: 'left' | 'right';
  width?: number;
}

/** A panel that slides over the work; Esc closes it. */
export function SideDrawer({ title, opened, onClose, children, side = 'right', width = 376 }: Props) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position={side}
      size={`min(${width}px, 100vw)`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {children}
    </Drawer>
  );
}

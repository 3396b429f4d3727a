import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';

export interface SideDrawerProps {
  title: string;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
  side?: 'left' | 'right';
  width?: number;
}

/** The panel itself; `SideDrawer` loads it when it is first opened. */
export function SideDrawerPanel({
  title,
  opened,
  onClose,
  children,
  side = 'right',
  width = 376,
}: SideDrawerProps) {
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

import { useState } from 'react';
import { lazyPart } from './lazy-part.js';
import type { SideDrawerProps } from './side-drawer-panel.js';

const SideDrawerPanel = lazyPart(() => import('./side-drawer-panel.js').then((m) => m.SideDrawerPanel));

/** A panel that slides over the work; Esc closes it. Its code comes when it is first opened. */
export function SideDrawer(props: SideDrawerProps) {
  const [used, setUsed] = useState(props.opened);
  if (props.opened && !used) setUsed(true);
  return used ? <SideDrawerPanel {...props} /> : null;
}

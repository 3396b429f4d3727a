import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from './button.js';
import { useCommands } from './commands/command-registry.js';
import { useFocusOnArrival } from './page-focus.js';
import styles from './page.module.css';
import { SideDrawer } from './side-drawer.js';

interface Props {
  /** The h1 in the 48 px header, and the window's title. A node for crumbs; then give `windowTitle`. */
  title: ReactNode;
  windowTitle?: string;
  /** Quiet words beside the title: `16 pending`. */
  meta?: ReactNode;
  /** Buttons at the end of the header. */
  actions?: ReactNode;
  /** The panel at the right, from 1280 px on; below that it follows the work. See `SidePanel` for a drawer. */
  side?: ReactNode;
  /** Names the panel; between 720 and 1279 px it is then a drawer, opened by a button in the header or Space. */
  sideTitle?: string;
  sideWidth?: number;
  /** The bar of verbs that stays at the foot. */
  footer?: ReactNode;
  /** No padding, for tables and lists that reach the edges. */
  flush?: boolean;
  children: ReactNode;
}

/** One screen: header, work, and where there is one, side panel and action bar. Names the window, takes the focus. */
export function Page({
  title,
  windowTitle,
  meta,
  actions,
  side,
  sideTitle,
  sideWidth = 296,
  footer,
  flush = false,
  children,
}: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const name = windowTitle ?? (typeof title === 'string' ? title : 'Plumbline');
  useEffect(() => {
    document.title = name === 'Plumbline' ? name : `${name} · Plumbline`;
  }, [name]);
  useFocusOnArrival(heading);
  const drawn = useMediaQuery('(min-width: 720px) and (max-width: 1279px)') && side && sideTitle;
  const [opened, setOpened] = useState(false);
  useCommands(
    drawn
      ? [
          {
            id: 'page.side',
            label: `Show ${sideTitle.toLowerCase()}`,
            group: 'This page',
            keys: 'space',
            run: () => setOpened(true),
          },
        ]
      : [],
  );
  return (
    <div
      className={styles.page}
      style={{ '--side-width': `${sideWidth}px` }}
      data-side={side && !drawn ? '' : undefined}
    >
      <header className={styles.header}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {meta && <div className={styles.meta}>{meta}</div>}
        {(actions || drawn) && (
          <div className={styles.actions}>
            {drawn && (
              <Button variant="bare" icon="panel" aria-expanded={opened} onClick={() => setOpened(true)}>
                {sideTitle}
              </Button>
            )}
            {actions}
          </div>
        )}
      </header>
      <div className={styles.body}>
        <div className={`${styles.work} ${flush ? styles.flush : ''}`}>{children}</div>
        {footer && <div className={styles.footer}>{footer}</div>}
      </div>
      {drawn ? (
        <SideDrawer title={sideTitle} opened={opened} onClose={() => setOpened(false)}>
          {side}
        </SideDrawer>
      ) : (
        side && <aside className={styles.side}>{side}</aside>
      )}
    </div>
  );
}

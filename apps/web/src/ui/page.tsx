import { type ReactNode, useEffect, useRef } from 'react';
import { useFocusOnArrival } from './page-focus.js';
import styles from './page.module.css';

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
  return (
    <div
      className={styles.page}
      style={{ '--side-width': `${sideWidth}px` }}
      data-side={side ? '' : undefined}
    >
      <header className={styles.header}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {meta && <div className={styles.meta}>{meta}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={styles.body}>
        <div className={`${styles.work} ${flush ? styles.flush : ''}`}>{children}</div>
        {footer && <div className={styles.footer}>{footer}</div>}
      </div>
      {side && <aside className={styles.side}>{side}</aside>}
    </div>
  );
}

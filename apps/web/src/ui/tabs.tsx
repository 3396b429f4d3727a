import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './tabs.module.css';

/** Parts of one screen, each with an address of its own; the one that is open is in view. */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  const nav = useRef<HTMLElement>(null);
  const { href } = useLocation();
  useEffect(() => {
    nav.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [href]);
  return (
    <nav ref={nav} aria-label={label} className={styles.tabs}>
      {children}
    </nav>
  );
}

export function TabLink({ children, ...link }: LinkProps & { children: ReactNode }) {
  return (
    <Link {...link} className={styles.tab} activeOptions={{ exact: true, includeSearch: true }}>
      {children}
    </Link>
  );
}

import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

/** Parts of one screen, each with an address of its own. */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
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

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './overview.module.css';

interface Props {
  workspace: string;
  /** How the list is cut that stands behind the figure. */
  search: Record<string, string | undefined>;
  /** What is read out in place of a bare number. */
  label?: string;
  className?: string;
  children: ReactNode;
}

/** A figure that opens the list of incidents behind it. */
export function Behind({ workspace, search, label, className = '', children }: Props) {
  return (
    <Link
      to="/w/$workspace/incidents"
      params={{ workspace }}
      search={search}
      aria-label={label}
      className={`${styles.behind} ${className}`}
    >
      {children}
    </Link>
  );
}

/** What the overview counts: neither declined nor a duplicate. */
export const counted = { state: 'pending,accepted,snoozed' } as const;
/** Accepted, and neither resolved nor closed. */
export const open = { status: 'open,investigating,mitigating,monitoring' } as const;

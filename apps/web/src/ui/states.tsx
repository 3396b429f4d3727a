import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './button.js';
import styles from './states.module.css';

interface EmptyProps {
  title: string;
  children?: ReactNode;
  /** One action. */
  action?: ReactNode;
}

/** Nothing here yet, nothing matches, or nothing left to do. Say which, and what it is for. */
export function EmptyState({ title, children, action }: EmptyProps) {
  return (
    <div className={styles.state}>
      <h2 className={styles.title}>{title}</h2>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}

interface Failure {
  message: string;
  status?: number;
  requestId?: string;
}

interface ErrorProps {
  error: Failure;
  onRetry?: () => void;
  /** For a 403, and for a 404 that may hide something: who can grant it. */
  whoCanGrant?: string;
}

/** A problem's sentence, another try, and the request id to quote. */
export function ErrorState({ error, onRetry, whoCanGrant }: ErrorProps) {
  if (error.status === 403) return <Forbidden whoCanGrant={whoCanGrant}>{error.message}</Forbidden>;
  return (
    <div className={styles.state} role="alert">
      <h2 className={styles.title}>{error.status === 404 ? 'Not here' : 'That did not work'}</h2>
      <p className={styles.text}>{error.message}</p>
      {error.status === 404 && whoCanGrant && <p className={styles.text}>{whoCanGrant}</p>}
      {onRetry && (
        <div className={styles.action}>
          <Button onClick={onRetry}>Try again</Button>
        </div>
      )}
      {error.requestId && <p className={styles.id}>Request {error.requestId}</p>}
    </div>
  );
}

export function Forbidden({
  children,
  whoCanGrant = 'An administrator of this workspace can grant it.',
}: {
  children: ReactNode;
  whoCanGrant?: string;
}) {
  return (
    <div className={styles.state}>
      <h2 className={styles.title}>Not allowed for your role</h2>
      <p className={styles.text}>{children}</p>
      <p className={styles.text}>{whoCanGrant}</p>
    </div>
  );
}

/** True once `ms` have passed: what answers at once shows no skeleton. */
export function useDelay(ms = 150): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return passed;
}

/** Bars of the same geometry as the rows to come; invisible for the first 150 ms. */
export function Skeleton({ rows = 8, height = 36 }: { rows?: number; height?: number }) {
  const shown = useDelay();
  return (
    <div aria-busy="true">
      {shown && <output className="visually-hidden">Loading</output>}
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.skeletonRow} style={{ height }}>
          {shown && <span className={styles.skeleton} style={{ width: `${38 + ((row * 37) % 40)}%` }} />}
        </div>
      ))}
    </div>
  );
}

import type { ReactNode } from 'react';
import { ErrorState, Skeleton } from './states.js';

interface Read<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}

interface Props<T> {
  /** The result of a query hook. */
  of: Read<T>;
  skeleton?: ReactNode;
  whoCanGrant?: string;
  children: (data: T) => ReactNode;
}

/** Skeleton, error or content of one read; content that was once there stays over a failed refresh. */
export function QueryView<T>({ of, skeleton = <Skeleton />, whoCanGrant, children }: Props<T>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error)
    return <ErrorState error={of.error} onRetry={() => void of.refetch()} whoCanGrant={whoCanGrant} />;
  return skeleton;
}

import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem-error.js';

/** A refusal will be refused again; only silence and the server's own failures are worth another try. */
export function worthRetrying(failures: number, error: unknown): boolean {
  if (failures >= 2) return false;
  return error instanceof ProblemError && (error.status === 0 || error.status >= 500);
}

/**
 * The cache of everything read from the API.
 * @param onSignedOut called when a request was refused because the session is over
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown): void => {
    if (error instanceof ProblemError && error.code === 'auth/required') onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { retry: worthRetrying, staleTime: 15_000, gcTime: 10 * 60_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

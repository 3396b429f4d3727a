import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { type Body, call } from '../../client/call.js';
import { ProblemError } from '../../client/problem-error.js';

export type FirstRun = Body<'POST /setup'>;

/** Whether this installation still waits for its first administrator. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => call('GET /setup', { signal }),
});

/** Who is signed in, and where they may go. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call('GET /session', { signal }),
  staleTime: 60_000,
});

/** The same where nobody has to be signed in: null for a stranger, who is not sent to the sign-in. */
export const visitorQuery = queryOptions({
  queryKey: ['visitor'],
  queryFn: ({ signal }) =>
    call('GET /session', { signal }).catch((error: unknown) => {
      if (error instanceof ProblemError && error.status === 401) return null;
      throw error;
    }),
  staleTime: 60_000,
});

export function useSession() {
  return useQuery(sessionQuery);
}

export function useSignIn() {
  return useMutation({ mutationFn: (body: Body<'POST /session'>) => call('POST /session', { body }) });
}

/** Ends this session. Leave by a fresh page afterwards: what was read under it is then forgotten. */
export function useSignOut() {
  return useMutation({ mutationFn: () => call('DELETE /session') });
}

/** Makes the first administrator and workspace. */
export function useSetUp() {
  return useMutation({ mutationFn: (body: FirstRun) => call('POST /setup', { body }) });
}

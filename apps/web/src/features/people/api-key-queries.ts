import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Body, call, type Response } from '../../client/call.js';

export type ApiKey = Response<'GET /api-keys'>['items'][number];
export type NewApiKey = Body<'POST /api-keys'>;

/** Your own keys; an administrator sees all of the workspace. */
export const apiKeysQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['api-keys', workspace],
    queryFn: ({ signal }) => call('GET /api-keys', { signal }),
  });

function useRefreshKeys() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['api-keys'] });
}

/** Makes a key; the answer is the only one that ever holds its secret. */
export function useCreateApiKey() {
  const refresh = useRefreshKeys();
  return useMutation({
    mutationFn: (body: NewApiKey) => call('POST /api-keys', { body }),
    onSuccess: refresh,
  });
}

export function useRevokeApiKey() {
  const refresh = useRefreshKeys();
  return useMutation({
    mutationFn: (id: string) => call('POST /api-keys/:id/revoke', { params: { id } }),
    onSuccess: refresh,
  });
}

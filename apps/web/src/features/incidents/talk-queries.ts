import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Body, call, type Response } from '../../client/call.js';
import { requestKey } from '../../client/request-key.js';

export type Comment = Response<'GET /incidents/:key/comments'>['items'][number];
export type Evidence = Response<'GET /incidents/:key/evidence'>['items'][number];
export type ActivityEntry = Response<'GET /incidents/:key/activity'>['items'][number];

const talk = (workspace: string, key: string) => ['incident-talk', workspace, key] as const;

export const commentsQuery = (workspace: string, key: string) =>
  queryOptions({
    queryKey: [...talk(workspace, key), 'comments'],
    queryFn: async ({ signal }) => {
      const items: Comment[] = [];
      let cursor: string | undefined;
      do {
        const page = await call('GET /incidents/:key/comments', {
          params: { key },
          query: { limit: 100, cursor },
          signal,
        });
        items.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor);
      return { items };
    },
  });

export const evidenceQuery = (workspace: string, key: string) =>
  queryOptions({
    queryKey: [...talk(workspace, key), 'evidence'],
    queryFn: ({ signal }) => call('GET /incidents/:key/evidence', { params: { key }, signal }),
  });

export const linksQuery = (workspace: string, key: string) =>
  queryOptions({
    queryKey: [...talk(workspace, key), 'links'],
    queryFn: ({ signal }) => call('GET /incidents/:key/links', { params: { key }, signal }),
  });

/** What a comment said before it was rewritten. */
export const commentHistoryQuery = (workspace: string, key: string, id: string) =>
  queryOptions({
    queryKey: ['incident-talk', workspace, key, 'history', id],
    queryFn: ({ signal }) =>
      call('GET /incidents/:key/comments/:id/history', { params: { key, id }, signal }),
  });

/** Everything that happened to an incident, newest first. */
export const activityQuery = (workspace: string, key: string) =>
  infiniteQueryOptions({
    queryKey: [...talk(workspace, key), 'activity'],
    queryFn: ({ signal, pageParam }) =>
      call('GET /incidents/:key/activity', {
        params: { key },
        query: { cursor: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** What people add to an incident; the talk is read again afterwards. */
export function useTalk(workspace: string, key: string) {
  const queries = useQueryClient();
  const onSuccess = (): void => {
    void queries.invalidateQueries({ queryKey: talk(workspace, key) });
    // Who comments follows.
    void queries.invalidateQueries({ queryKey: ['following', workspace] });
  };
  const params = { key };
  return {
    comment: useMutation({
      mutationFn: (body: string) =>
        call('POST /incidents/:key/comments', { params, body: { body }, idempotencyKey: requestKey() }),
      onSuccess,
    }),
    editComment: useMutation({
      mutationFn: ({ id, body }: { id: string; body: string }) =>
        call('PATCH /incidents/:key/comments/:id', { params: { key, id }, body: { body } }),
      onSuccess,
    }),
    removeComment: useMutation({
      mutationFn: (id: string) => call('DELETE /incidents/:key/comments/:id', { params: { key, id } }),
      onSuccess,
    }),
    addEvidence: useMutation({
      mutationFn: (body: Body<'POST /incidents/:key/evidence'>) =>
        call('POST /incidents/:key/evidence', { params, body, idempotencyKey: requestKey() }),
      onSuccess,
    }),
    addFile: useMutation({
      mutationFn: (file: File) =>
        call('POST /incidents/:key/evidence/files', {
          params,
          query: { name: file.name || 'file' },
          file,
          idempotencyKey: requestKey(),
        }),
      onSuccess,
    }),
    removeEvidence: useMutation({
      mutationFn: (id: string) => call('DELETE /incidents/:key/evidence/:id', { params: { key, id } }),
      onSuccess,
    }),
    addLink: useMutation({
      mutationFn: (body: Body<'POST /incidents/:key/links'>) =>
        call('POST /incidents/:key/links', { params, body, idempotencyKey: requestKey() }),
      onSuccess,
    }),
    removeLink: useMutation({
      mutationFn: (id: string) => call('DELETE /incidents/:key/links/:id', { params: { key, id } }),
      onSuccess,
    }),
  };
}
